using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Seals;
using CommunityLms.Institutes.Tests.Hosting;

namespace CommunityLms.Institutes.Tests.Seals;

public sealed class SealRulesHold
{
    private static readonly DateOnly Today = new(2026, 3, 3);
    private static readonly Guid Keeper = Guid.CreateVersion7();

    [Fact]
    public void Seal_OfADepartment_IsRefused() => Refusals.Of(() => Of(UnitKind.Department)).ShouldBe(SealRules.OnlyOffices);

    [Theory]
    [InlineData(0, 9, 9, 12)]
    [InlineData(0, null, 5, 6)]
    [InlineData(4, 9, 0, null)]
    public void Entrust_WhenThePersonKeepsItInThatTime_IsRefused(int from, int? to, int again, int? until)
    {
        var seal = Of(UnitKind.School);
        seal.Entrust(Keeper, Today.AddDays(from), InDays(to));
        Refusals.Of(() => seal.Entrust(Keeper, Today.AddDays(again), InDays(until))).ShouldBe(SealRules.KeepsItAlready);
    }

    [Fact]
    public void Entrust_WhenTheFirstTimeIsOver_IsDone()
    {
        var seal = Of(UnitKind.District);
        seal.Entrust(Keeper, Today, Today.AddDays(9));
        seal.Entrust(Keeper, Today.AddDays(10), to: null);
        seal.Keepers.Count.ShouldBe(2);
    }

    [Fact]
    public void TakeBack_WhenThePersonKeepsIt_EndsItYesterday()
    {
        var seal = Of(UnitKind.School);
        var keeper = seal.Entrust(Keeper, Today.AddDays(-5), to: null);
        seal.TakeBack(keeper.Id, Today);
        keeper.To.ShouldBe(Today.AddDays(-1));
        Refusals.Of(() => seal.TakeBack(keeper.Id, Today)).ShouldBe(SealRules.KeepsItNoLonger);
    }

    [Fact]
    public void Withdraw_WhenPeopleKeepIt_TakesItFromAllAndEndsIt()
    {
        var seal = Of(UnitKind.Institute);
        seal.Entrust(Keeper, Today.AddDays(-5), to: null);
        seal.Entrust(Guid.CreateVersion7(), Today.AddDays(5), to: null);
        seal.Withdraw(Today);
        seal.Keepers.ShouldAllBe(k => k.To == Today.AddDays(-1));
        Refusals.Of(() => seal.Entrust(Guid.CreateVersion7(), Today, to: null)).ShouldBe(SealRules.Withdrawn);
        Refusals.Of(() => seal.Change("x", imageId: null)).ShouldBe(SealRules.Withdrawn);
    }

    [Fact]
    public void Limit_ToADayBehind_IsRefusedUnlessItIsSoAlready()
    {
        var seal = Of(UnitKind.School);
        Refusals.Of(() => seal.Limit(Today.AddDays(-1), Today)).ShouldBe(SealRules.EndsInThePast);
        seal.Limit(Today, Today);
        seal.Limit(Today, Today.AddDays(5));
        Refusals.Of(() => seal.Entrust(Keeper, Today.AddDays(1), to: null)).ShouldBe(SealRules.OverByThen);
    }

    [Fact]
    public void TellOfEnds_WhenTheSealEndsInThirtyDays_TellsOnceAndAnewAfterARenewal()
    {
        var seal = Of(UnitKind.School);
        seal.Limit(Today.AddDays(31), Today);
        seal.TellOfEnds(Today);
        seal.Events.OfType<SealEnds>().ShouldBeEmpty();
        seal.TellOfEnds(Today.AddDays(1));
        seal.TellOfEnds(Today.AddDays(2));
        seal.Events.OfType<SealEnds>().ShouldHaveSingleItem().KeeperId.ShouldBeNull();
        seal.Limit(Today.AddDays(40), Today.AddDays(2));
        seal.TellOfEnds(Today.AddDays(20));
        seal.Events.OfType<SealEnds>().Count().ShouldBe(2);
    }

    [Fact]
    public void TellOfEnds_OfAKeeper_TellsUnlessTheyGoOn()
    {
        var seal = Of(UnitKind.School);
        var (ends, goesOn) = (seal.Entrust(Keeper, Today, Today.AddDays(10)), Guid.CreateVersion7());
        seal.Entrust(goesOn, Today, Today.AddDays(10));
        seal.Entrust(goesOn, Today.AddDays(11), to: null);
        seal.TellOfEnds(Today);
        seal.TellOfEnds(Today.AddDays(1));
        seal.Events.OfType<SealEnds>().ShouldHaveSingleItem().KeeperId.ShouldBe(ends.Id);
    }

    private static Seal Of(UnitKind kind) => new(Guid.CreateVersion7(), kind, "从化区教育局");

    private static DateOnly? InDays(int? days) => days is { } count ? Today.AddDays(count) : null;
}
