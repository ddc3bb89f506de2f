using CommunityLms.Kernel.Permissions;

namespace CommunityLms.Kernel.Web;

/// <summary>The permissions of the shell's own pages. Those that begin with "Host." are for whoever looks after the whole installation.</summary>
public static class ShellPermissions
{
    public const string Settings = "Administration.Settings";
    public const string Jobs = "Administration.Jobs";
    public const string Audit = "Administration.Audit";
    public const string HostSettings = "Host.Settings";
    public const string HostOutbox = "Host.Outbox";
    public const string HostModules = "Host.Modules";
    public const string HostHealth = "Host.Health";
}

internal sealed class ShellPermissionDefinitions : IPermissionDefinitionProvider
{
    public IEnumerable<PermissionDefinition> Define() =>
    [
        new(ShellPermissions.Settings, "Change the institute's settings"),
        new(ShellPermissions.Jobs, "See and steer the institute's jobs"),
        new(ShellPermissions.Audit, "Read the audit trail"),
        new(ShellPermissions.HostSettings, "Change the installation's settings"),
        new(ShellPermissions.HostOutbox, "See and retry events that could not be delivered"),
        new(ShellPermissions.HostModules, "See modules and plug-ins"),
        new(ShellPermissions.HostHealth, "See the health of the installation"),
    ];
}
