using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Grants;

/// <summary>A set of permissions under a name. The administrator's role holds every permission there is, those of modules added later too.</summary>
internal sealed class Role : Aggregate
{
    private readonly List<RolePermission> _permissions = [];

    private Role()
    {
    }

    public Role(RoleDetails details, IEnumerable<string> permissions, string? builtIn = null)
    {
        BuiltIn = builtIn;
        Change(details, permissions);
    }

    public string Name { get; private set; } = "";

    /// <summary>The name for readers of other languages.</summary>
    public string? LatinName { get; private set; }

    public string? Description { get; private set; }

    /// <summary>The key of a role every institute starts with; null for its own.</summary>
    public string? BuiltIn { get; private set; }

    /// <summary>What it holds; empty for the administrator's role, which holds everything.</summary>
    public IReadOnlyList<RolePermission> Permissions => _permissions;

    public bool HoldsEverything => BuiltIn == UsualRoles.Administrator;

    public LocalName LocalName => new(Name, LatinName);

    /// <exception cref="RuleBroken">Something is to be taken from, or added to, the role that holds everything.</exception>
    public void Change(RoleDetails details, IEnumerable<string> permissions)
    {
        var wanted = permissions.ToHashSet(StringComparer.Ordinal);
        Ensure(!HoldsEverything || wanted.Count == 0, RoleRules.HoldsEverything, LocalName);
        (Name, LatinName, Description) = (details.Name.Trim(), Blank(details.LatinName), Blank(details.Description));
        _permissions.RemoveAll(p => !wanted.Contains(p.Permission));
        _permissions.AddRange(wanted.Where(w => _permissions.All(p => p.Permission != w)).Select(w => new RolePermission(Id, w)));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>How a role is called and what it is for.</summary>
internal sealed record RoleDetails(string Name, string? LatinName = null, string? Description = null);

/// <summary>A permission in a role.</summary>
internal sealed class RolePermission : Entity, IMultiTenant
{
    private RolePermission()
    {
    }

    internal RolePermission(Guid roleId, string permission) => (RoleId, Permission) = (roleId, permission);

    public Guid TenantId { get; private set; }

    public Guid RoleId { get; private set; }

    public string Permission { get; private set; } = "";
}

internal static class RoleRules
{
    public static readonly Rule MoreThanYouHave = new("You can only put permissions into a role that you hold yourself in the whole institute. Missing: {0}.", "Permissions");
    public static readonly Rule HoldsEverything = new("“{0}” holds every permission, and that stays so. Define another role for less.", "Permissions");
    public static readonly Rule NoSuchPermission = new("No module knows the permission {0}. Load the page again.", "Permissions");
    public static readonly Rule NameTaken = new("There is a role called “{0}” already. Choose another name.", "Name");
    public static readonly Rule BuiltIn = new("Every institute starts with the role “{0}”. It can be changed, but not deleted.");
    public static readonly Rule InUse = new("“{0}” is or was given to {1}, so it can't be deleted.");
    public static readonly Rule InUseByMany = new("“{0}” is or was given to {1} and {2} more, so it can't be deleted.");
}
