using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.Grants;

/// <summary>A set of permissions under a name.</summary>
internal sealed class Role : Aggregate
{
    private readonly List<RolePermission> _permissions = [];

    private Role()
    {
    }

    public Role(string name, string? description, IEnumerable<string> permissions, string? builtIn = null)
    {
        BuiltIn = builtIn;
        Change(name, description, permissions);
    }

    public string Name { get; private set; } = "";

    public string? Description { get; private set; }

    /// <summary>The key of a role every institute starts with; null for its own.</summary>
    public string? BuiltIn { get; private set; }

    public IReadOnlyList<RolePermission> Permissions => _permissions;

    public void Change(string name, string? description, IEnumerable<string> permissions)
    {
        (Name, Description) = (name.Trim(), description);
        var wanted = permissions.ToHashSet(StringComparer.Ordinal);
        _permissions.RemoveAll(p => !wanted.Contains(p.Permission));
        _permissions.AddRange(wanted.Where(w => _permissions.All(p => p.Permission != w)).Select(w => new RolePermission(Id, w)));
    }
}

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
