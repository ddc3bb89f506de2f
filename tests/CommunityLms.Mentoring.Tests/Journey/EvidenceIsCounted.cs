using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Tests.Journey;

public sealed class EvidenceIsCounted
{
    private static readonly DateOnly s_today = new(2026, 10, 10);

    [Theory]
    [InlineData("2026-08-31")]
    [InlineData("2026-10-11")]
    public void Submit_WhenTheDayLiesOutsideOrAhead_IsRefused(string day) =>
        Refused(EvidenceRules.DayWithin, ActivityKind.LessonHeard, new() { Title = "Unit 2 Animals", On = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) });

    [Fact]
    public void Submit_WhenAPaperShowsNothing_IsRefused() => Refused(EvidenceRules.ShowsNothing, ActivityKind.Paper, new() { Title = "Questions", On = s_today });

    [Fact]
    public void Submit_WhenAPaperIsTooShort_IsRefused() => Refused(EvidenceRules.TooShort, ActivityKind.Paper, new() { Title = "Questions", On = s_today, Text = new('字', 1999) });

    [Fact]
    public void Submit_WhenItIsForTheOtherSide_IsRefused() =>
        Should.Throw<RuleBroken>(() => Submit(Side.Mentor, ActivityKind.LessonShown, new() { Title = "Diet", On = s_today })).Rule.ShouldBe(EvidenceRules.OtherSides);

    [Fact]
    public void Submit_WhenTheContractIsDeferred_IsRefused()
    {
        var contract = A.Contract().Agreed().SignedByBoth().Active();
        contract.Defer(DeferralReason.Sickness, s_today);
        Should.Throw<RuleBroken>(() => new Evidence(contract, Asked(ActivityKind.LessonHeard), Side.Trainee, A.Trainee.PersonId, new() { Title = "Diet", On = s_today }, [], s_today)).Rule.ShouldBe(ContractRules.NotUnderWay);
    }

    [Fact]
    public void Accept_ByWhoeverDidIt_IsRefused()
    {
        var evidence = Submit(Side.Trainee, ActivityKind.LessonHeard, new() { Title = "Diet", On = s_today });
        Should.Throw<RuleBroken>(() => evidence.Accept(Side.Trainee, A.At)).Rule.ShouldBe(EvidenceRules.NotOnesOwn);
    }

    [Fact]
    public void Accept_Twice_TellsOthersOnce()
    {
        var evidence = Submit(Side.Trainee, ActivityKind.LessonHeard, new() { Title = "Diet", On = s_today });
        evidence.Accept(Side.Mentor, A.At);
        evidence.Accept(Side.Mentor, A.At.AddDays(1));
        evidence.Events.OfType<EvidenceAccepted>().ShouldHaveSingleItem();
        evidence.AcceptedAt.ShouldBe(A.At);
    }

    [Fact]
    public void Accept_WhenItWasVoided_IsRefused()
    {
        var evidence = Submit(Side.Trainee, ActivityKind.LessonHeard, new() { Title = "Diet", On = s_today });
        evidence.Void("It was another day");
        Should.Throw<RuleBroken>(() => evidence.Accept(Side.Mentor, A.At)).Rule.ShouldBe(EvidenceRules.IsVoided);
    }

    [Theory]
    [InlineData("两 个字\n", 3)]
    [InlineData("a b", 2)]
    [InlineData(null, 0)]
    public void Characters_CountWithoutSpaces(string? text, int characters) => Evidence.CharactersOf(text).ShouldBe(characters);

    private static void Refused(Rule rule, ActivityKind kind, EvidenceInput input) => Should.Throw<RuleBroken>(() => Submit(Side.Trainee, kind, input)).Rule.ShouldBe(rule);

    private static Evidence Submit(Side by, ActivityKind kind, EvidenceInput input) =>
        new(A.Contract().Agreed().SignedByBoth().Active(), Asked(kind), by, by == Side.Mentor ? A.Mentor.PersonId : A.Trainee.PersonId, input, [], s_today);

    private static RequiredActivity Asked(ActivityKind kind) => A.Programme().Activities.First(a => a.Kind == kind);
}
