using CommunityLms.Institutes.Contracts;

namespace CommunityLms.Institutes.Grants;

/// <summary>The roles every institute starts with; it may change them and add its own.</summary>
internal static class BuiltInRoles
{
    public const string Administrator = "administrator";
    public const string Officer = "officer";
    public const string SchoolOfficer = "school-officer";
    public const string GroupLeader = "group-leader";
    public const string Member = "member";

    private static readonly string[] See = [InstitutesPermissions.Units.View, InstitutesPermissions.People.View];

    private static readonly string[] Manage =
    [
        .. See, InstitutesPermissions.Units.Edit, InstitutesPermissions.People.Edit, InstitutesPermissions.People.Contact, InstitutesPermissions.People.Import,
        InstitutesPermissions.Grants.View, InstitutesPermissions.Seals.View, InstitutesPermissions.Accounts.Invite,
    ];

    /// <summary>What each is for, until the institute writes its own words (English, the key of its translations).</summary>
    public static readonly IReadOnlyDictionary<string, string> Descriptions = new Dictionary<string, string>
    {
        [Administrator] = "Sets up the institute and gives the roles",
        [Officer] = "Looks after a district's or county's schools and people",
        [SchoolOfficer] = "Looks after a school's departments and people",
        [GroupLeader] = "Sees the people of the units of a tutor group, with their contact data",
        [Member] = "Sees units and people",
    };

    public static IReadOnlyList<Role> Create() =>
    [
        new(new("管理员", "Administrator"), [], Administrator),
        new(new("区县干事", "District officer"), [.. Manage, InstitutesPermissions.Grants.Edit, InstitutesPermissions.Seals.Edit], Officer),
        new(new("学校干事", "School officer"), Manage, SchoolOfficer),
        new(new("导师组长", "Tutor-group leader"), [.. See, InstitutesPermissions.People.Contact], GroupLeader),
        new(new("成员", "Member"), See, Member),
    ];
}
