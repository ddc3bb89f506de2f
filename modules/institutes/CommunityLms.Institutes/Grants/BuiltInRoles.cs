using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Permissions;

namespace CommunityLms.Institutes.Grants;

/// <summary>The roles every institute starts with; it may change them and add its own.</summary>
internal static class BuiltInRoles
{
    private static readonly string[] See = [InstitutesPermissions.Units.View, InstitutesPermissions.People.View];

    private static readonly string[] Manage =
    [
        .. See, InstitutesPermissions.Units.Edit, InstitutesPermissions.People.Edit, InstitutesPermissions.People.Contact, InstitutesPermissions.People.Import,
        InstitutesPermissions.Grants.View, InstitutesPermissions.Seals.View, InstitutesPermissions.Accounts.Invite,
    ];

    /// <summary>What each is for, until the institute writes its own words (English, the key of its translations).</summary>
    public static readonly IReadOnlyDictionary<string, string> Descriptions = new Dictionary<string, string>
    {
        [UsualRoles.Administrator] = "Sets up the institute and gives the roles",
        [UsualRoles.Officer] = "Looks after a district's or county's schools and people",
        [UsualRoles.SchoolOfficer] = "Looks after a school's departments and people",
        [UsualRoles.GroupLeader] = "Sees the people of the units of a tutor group, with their contact data",
        [UsualRoles.Member] = "Sees units and people",
    };

    /// <param name="known">The permissions of all modules: each says which of these roles usually hold it.</param>
    public static IReadOnlyList<Role> Create(IEnumerable<PermissionDefinition> known)
    {
        var usual = known.SelectMany(d => d.UsualRoles.Select(role => (Role: role, d.Name))).ToLookup(u => u.Role, u => u.Name);
        return
        [
            new(new("管理员", "Administrator"), [], UsualRoles.Administrator),
            new(new("区县干事", "District officer"), [.. Manage, InstitutesPermissions.Grants.Edit, InstitutesPermissions.Seals.Edit, .. usual[UsualRoles.Officer]], UsualRoles.Officer),
            new(new("学校干事", "School officer"), [.. Manage, .. usual[UsualRoles.SchoolOfficer]], UsualRoles.SchoolOfficer),
            new(new("导师组长", "Tutor-group leader"), [.. See, InstitutesPermissions.People.Contact, .. usual[UsualRoles.GroupLeader]], UsualRoles.GroupLeader),
            new(new("成员", "Member"), [.. See, .. usual[UsualRoles.Member]], UsualRoles.Member),
        ];
    }
}
