using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;

namespace CommunityLms.Institutes.Grants;

/// <summary>The roles every institute starts with; it may change them and add its own. Another module adds its permissions here by contributing.</summary>
internal static class BuiltInRoles
{
    public const string Administrator = "administrator";
    public const string Officer = "officer";
    public const string SchoolOfficer = "school-officer";
    public const string GroupLeader = "group-leader";
    public const string Member = "member";

    /// <summary>The roles with the permissions of all enabled modules; the administrator has every one that isn't the host's.</summary>
    public static IReadOnlyList<Role> Create(IServiceProvider services)
    {
        var all = services.Contributed((IPermissionDefinitionProvider p) => p.Define()).Select(p => p.Name).Where(p => !p.StartsWith("Host.", StringComparison.Ordinal)).ToList();
        string[] see = [InstitutesPermissions.Units.View, InstitutesPermissions.People.View];
        string[] manage = [.. see, InstitutesPermissions.Units.Edit, InstitutesPermissions.People.Edit, InstitutesPermissions.People.Contact, InstitutesPermissions.People.Import, InstitutesPermissions.Grants.View, InstitutesPermissions.Seals.View, InstitutesPermissions.Accounts.Invite];
        return
        [
            new("管理员 Administrator", "Sets up the institute and gives the roles", all, Administrator),
            new("区县干事 District officer", "Looks after a district's or county's schools and people", [.. manage, InstitutesPermissions.Grants.Edit, InstitutesPermissions.Seals.Edit], Officer),
            new("学校干事 School officer", "Looks after a school's departments and people", manage, SchoolOfficer),
            new("导师组长 Tutor-group leader", "Sees the people of the units of a tutor group, with their contact data", [.. see, InstitutesPermissions.People.Contact], GroupLeader),
            new("成员 Member", "Sees units and people", see, Member),
        ];
    }
}
