using CommunityLms.Institutes.Grants;

namespace CommunityLms.Institutes.Sample;

/// <summary>What a sample account may do.</summary>
/// <param name="Role">A built-in role.</param>
/// <param name="OnUnit">The unit's key; null for the whole institute.</param>
/// <param name="KeepsSealOf">The unit whose seal the person keeps.</param>
internal sealed record SampleGrant(string Role, string? OnUnit = null, string? KeepsSealOf = null, bool IsHostAdministrator = false);

internal static class SampleGrants
{
    public static readonly IReadOnlyDictionary<string, SampleGrant> OfCity = new Dictionary<string, SampleGrant>
    {
        [SampleAccounts.Admin] = new(BuiltInRoles.Administrator, IsHostAdministrator: true),
        [SampleAccounts.District] = new(BuiltInRoles.Officer, "conghua", KeepsSealOf: "conghua"),
        [SampleAccounts.School] = new(BuiltInRoles.SchoolOfficer, "conghua/taiping-town-central", KeepsSealOf: "conghua/taiping-town-central"),
        [SampleAccounts.Leader] = new(BuiltInRoles.GroupLeader, "yuexiu"),
        [SampleAccounts.Mentor] = new(BuiltInRoles.Member, "yuexiu/red-torch"),
        [SampleAccounts.Trainee] = new(BuiltInRoles.Member, "conghua/taiping-town-central"),
    };

    public static readonly IReadOnlyDictionary<string, SampleGrant> OfCounty = new Dictionary<string, SampleGrant>
    {
        [SampleAccounts.SecondAdmin] = new(BuiltInRoles.Administrator),
    };
}
