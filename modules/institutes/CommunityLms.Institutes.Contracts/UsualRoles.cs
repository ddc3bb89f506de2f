namespace CommunityLms.Institutes.Contracts;

/// <summary>Codes of the roles every institute starts with; it may change what they hold and add its own.</summary>
public static class UsualRoles
{
    /// <summary>Holds everything.</summary>
    public const string Administrator = "administrator";

    /// <summary>Of a district or county.</summary>
    public const string Officer = "officer";
    public const string SchoolOfficer = "school-officer";

    /// <summary>Of a tutor group.</summary>
    public const string GroupLeader = "group-leader";
    public const string Member = "member";
}
