using CommunityLms.Kernel.Navigation;
using Microsoft.Extensions.Hosting;

namespace CommunityLms.Kernel.Web;

/// <summary>The shell's own part of the navigation: home at the top, administration at the end.</summary>
internal sealed class ShellMenuEntries(IHostEnvironment environment) : IMenuContributor
{
    private const string Administration = "Administration";
    private const string Development = "Development";

    public IEnumerable<MenuItem> Menu() =>
    [
        new("Home", "/", "home", Order: 0),
        new("Settings", "/administration/settings", "settings", ShellPermissions.Settings, Administration, 900),
        new("Jobs", "/administration/jobs", "activity", ShellPermissions.Jobs, Administration, 910),
        new("Audit trail", "/administration/audit", "history", ShellPermissions.Audit, Administration, 920),
        new("Installation settings", "/administration/host-settings", "tool", ShellPermissions.HostSettings, Administration, 930),
        new("Undelivered", "/administration/outbox", "send", ShellPermissions.HostOutbox, Administration, 940),
        new("Modules", "/administration/modules", "puzzle", ShellPermissions.HostModules, Administration, 950),
        new("Health", "/administration/health", "ribbon-health", ShellPermissions.HostHealth, Administration, 960),
        .. environment.IsDevelopment() ? ForThoseWhoBuild() : [],
    ];

    private static IEnumerable<MenuItem> ForThoseWhoBuild() =>
    [
        new("Mails", "/administration/mails", "mail", ShellPermissions.HostOutbox, Development, 990),
        new("Style", "/style", "chalkboard", ShellPermissions.HostModules, Development, 991),
    ];
}
