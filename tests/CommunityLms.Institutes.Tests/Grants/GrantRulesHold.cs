using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Tests.Hosting;

namespace CommunityLms.Institutes.Tests.Grants;

public sealed class GrantRulesHold
{
    private static readonly DateOnly Today = new(2026, 3, 3);

    [Fact]
    public void Grant_WhenItEndsBeforeItBegins_IsRefused() =>
        Refusals.Of(() => Given(Today, Today.AddDays(-1))).ShouldBe(GrantRules.EndsBeforeItBegins);

    [Fact]
    public void EndOn_WhenTheDayIsPast_IsRefused() =>
        Refusals.Of(() => Given(Today.AddDays(-10)).EndOn(Today.AddDays(-1), Today)).ShouldBe(GrantRules.EndsInThePast);

    [Fact]
    public void EndOn_WhenTheGrantIsOver_IsRefused() =>
        Refusals.Of(() => Given(Today.AddDays(-10), Today.AddDays(-1)).EndOn(to: null, Today)).ShouldBe(GrantRules.Over);

    [Fact]
    public void EndOn_WhenTheDayIsToday_LetsItHoldToday()
    {
        var grant = Given(Today.AddDays(-10));
        grant.EndOn(Today, Today);
        grant.To.ShouldBe(Today);
    }

    [Fact]
    public void Revoke_WhenItHolds_MakesYesterdayTheLastDay()
    {
        var grant = Given(Today.AddDays(-10));
        grant.Revoke(Today);
        grant.To.ShouldBe(Today.AddDays(-1));
    }

    [Fact]
    public void Revoke_WhenItIsOver_IsRefused() =>
        Refusals.Of(() => Given(Today.AddDays(-10), Today.AddDays(-1)).Revoke(Today)).ShouldBe(GrantRules.Over);

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, 5, false)]
    [InlineData(5, null, true)]
    [InlineData(5, 6, true)]
    [InlineData(5, 5, false)]
    [InlineData(5, 4, false)]
    public void IsLengthenedBy_WhenTheNewDayIsLater_IsTrue(int? now, int? wanted, bool longer) =>
        Given(Today, InDays(now)).IsLengthenedBy(InDays(wanted)).ShouldBe(longer);

    [Fact]
    public void Role_WhenItHoldsEverything_TakesNoPermissions()
    {
        var administrator = BuiltInRoles.Create([]).Single(r => r.HoldsEverything);
        Refusals.Of(() => administrator.Change(new("管理员"), [InstitutesPermissions.Units.View])).ShouldBe(RoleRules.HoldsEverything);
    }

    [Fact]
    public void Role_WhenChanged_HoldsWhatIsWantedAndKeepsWhatStays()
    {
        var role = new Role(new("教研员"), ["A", "B"]);
        var kept = role.Permissions.Single(p => p.Permission == "B");
        role.Change(new("教研员 "), ["B", "C"]);
        role.Permissions.Select(p => p.Permission).ShouldBe(["B", "C"]);
        role.Permissions[0].ShouldBeSameAs(kept);
        role.Name.ShouldBe("教研员");
    }

    private static Grant Given(DateOnly from, DateOnly? to = null) => new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), from, to);

    private static DateOnly? InDays(int? days) => days is { } count ? Today.AddDays(count) : null;
}
