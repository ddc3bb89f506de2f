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

    private static Seal Of(UnitKind kind) => new(Guid.CreateVersion7(), kind, "从化区教育局");

    private static DateOnly? InDays(int? days) => days is { } count ? Today.AddDays(count) : null;
}
