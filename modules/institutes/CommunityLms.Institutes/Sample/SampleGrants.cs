using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;

namespace CommunityLms.Institutes.Sample;

/// <summary>What a sample account may do.</summary>
/// <param name="Role">A built-in role.</param>
/// <param name="OnUnit">The unit's key; null for the whole institute.</param>
/// <param name="KeepsSealOf">The unit whose seal the person keeps.</param>
/// <param name="AccountOf">Another institute's person with whose account this one signs in; null for an account of its own.</param>
internal sealed record SampleGrant(string Role, string? OnUnit = null, string? KeepsSealOf = null, bool IsHostAdministrator = false, string? AccountOf = null);

internal static class SampleGrants
{
    public static readonly IReadOnlyDictionary<string, SampleGrant> OfCity = new Dictionary<string, SampleGrant>
    {
        [SampleAccounts.Admin] = new(UsualRoles.Administrator, IsHostAdministrator: true),
        [SampleAccounts.District] = new(UsualRoles.Officer, "conghua", KeepsSealOf: "conghua"),
        [SampleAccounts.School] = new(UsualRoles.SchoolOfficer, "conghua/taiping-town-central", KeepsSealOf: "conghua/taiping-town-central"),
        [SampleAccounts.Leader] = new(UsualRoles.GroupLeader, "yuexiu"),
        [SampleAccounts.Mentor] = new(UsualRoles.Member, "yuexiu/red-torch"),
        [SampleAccounts.Trainee] = new(UsualRoles.Member, "conghua/taiping-town-central"),
    };

    /// <summary>The mentor works in the county too, under the record of her namesake, so that there is somebody who can switch institutes.</summary>
    public static IReadOnlyDictionary<string, SampleGrant> OfCounty(SampleCity county)
    {
        var mentor = SampleAccounts.OfCity.Single(a => a.Key == SampleAccounts.Mentor).Name.Latin;
        return new Dictionary<string, SampleGrant>
        {
            [SampleAccounts.SecondAdmin] = new(UsualRoles.Administrator),
            [county.People.First(p => p.LatinName == mentor).Key] = new(UsualRoles.Member, AccountOf: SampleAccounts.Mentor),
        };
    }
}
