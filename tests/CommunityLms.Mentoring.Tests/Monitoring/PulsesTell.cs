using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Inspections;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Monitoring;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Tests.Monitoring;

public sealed class PulsesTell
{
    private static readonly DateOnly s_day = new(2026, 10, 1);

    [Fact]
    public void StageDueOn_WhenTheFirstStageIsClosed_IsTheLastDayOfTheSecond()
    {
        var contract = A.Contract().Agreed().SignedByBoth().Active();
        Read(contract).StageDueOn.ShouldBe(new DateOnly(2027, 1, 31));
        contract.OpenStage(1, A.At);
        contract.Review(1, Side.Mentor, "Good", A.At);
        contract.Review(1, Side.Trainee, "Good", A.At);
        Read(contract).StageDueOn.ShouldBe(new DateOnly(2027, 6, 30));
    }

    [Fact]
    public void AwaitedSince_WhenSeveralAreAwaited_IsTheLongestWait()
    {
        var contract = A.Contract().Agreed();
        Read(contract).AwaitedSince.ShouldBeNull();
        contract.Ask(Guid.CreateVersion7(), ContractStep.MentorSignature, 0, AskedBy.Workflow, A.At.AddDays(3));
        contract.Ask(Guid.CreateVersion7(), ContractStep.TraineeSignature, 0, AskedBy.Workflow, A.At.AddDays(2));
        Read(contract).AwaitedSince.ShouldBe(A.At.AddDays(2));
    }

    [Fact]
    public void QuietSince_BeforeTheFirstContact_IsTheDayItBegan()
    {
        var contract = A.Contract().Agreed().SignedByBoth().Active();
        Read(contract).QuietSince.ShouldBe(contract.From);
        contract.OpenStage(1, new(2026, 9, 20, 8, 0, 0, DateTimeKind.Utc));
        Read(contract).QuietSince.ShouldBe(new DateOnly(2026, 9, 20));
        Read(contract, s_day).QuietSince.ShouldBe(s_day);
    }

    /// <summary>The contract has 303 days; a fifth of them is 60.6, so nothing accepted is behind from day 61 on.</summary>
    [Theory]
    [InlineData(10, 0, "2026-11-01")]
    [InlineData(10, 5, "2027-04-02")]
    [InlineData(10, 9, null)]
    [InlineData(0, 0, null)]
    public void BehindFrom_IsTheDayWhenTimeIsAFifthAhead(int asked, int reached, string? day) =>
        Read(A.Contract(), asked: asked, reached: reached).BehindFrom.ShouldBe(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Participate_WhenTheSchoolLetsGoAndTheInstituteDoesNot_Disagrees()
    {
        var contract = A.Contract().Agreed().SignedByBoth().Active();
        contract.StatusesDisagree.ShouldBeFalse();
        contract.Participate(ParticipationStatus.Leaving, "Moves to another school in spring", s_day);
        contract.StatusesDisagree.ShouldBeTrue();
        contract.Training.ShouldBe(TrainingStatus.Active);
        contract.Defer(DeferralReason.CareerBreak, s_day);
        contract.StatusesDisagree.ShouldBeFalse();
        contract.Participate(ParticipationStatus.Active, "Came back", s_day);
        contract.StatusesDisagree.ShouldBeTrue();
    }

    [Fact]
    public void Participate_WithoutAReasonOrWhenItIsOver_IsRefused()
    {
        var contract = A.Contract().Agreed().SignedByBoth().Active();
        contract.ShouldBreak(ContractRules.ReasonFits, c => c.Participate(ParticipationStatus.Left, " ", s_day));
        contract.Withdraw(WithdrawalReason.MovedSchool, s_day);
        contract.ShouldBreak(ContractRules.IsOver, c => c.Participate(ParticipationStatus.Left, "Gone", s_day));
    }

    [Fact]
    public void Inspection_GoesFromPlanToFindingToFollowUp()
    {
        var inspection = Planned();
        Breaks(InspectionRules.NotDone, () => inspection.MakeKnown("Title", "Practice", A.At));
        Breaks(InspectionRules.NotAhead, () => inspection.Record(s_day.AddDays(1), "Good", null, null, s_day));
        Breaks(InspectionRules.FollowUpIsWhole, () => inspection.Record(s_day, "Good", "Talk again", null, s_day));
        Breaks(InspectionRules.FollowUpIsWhole, () => inspection.Record(s_day, "Good", " ", s_day, s_day));
        Breaks(InspectionRules.FollowUpAfter, () => inspection.Record(s_day, "Good", "Talk again", s_day.AddDays(-1), s_day));
        Breaks(InspectionRules.NothingToFollowUp, () => inspection.CloseFollowUp("Talked", s_day));
        inspection.Record(s_day, "Good", "Talk again", s_day.AddDays(7), s_day);
        inspection.CloseFollowUp("Talked", s_day.AddDays(3));
        inspection.FollowedUpOn.ShouldBe(s_day.AddDays(3));
        Breaks(InspectionRules.IsFollowedUp, () => inspection.Record(s_day, "Bad", null, null, s_day));
    }

    [Fact]
    public void MakeKnown_Twice_TellsOthersOnce()
    {
        var inspection = Planned();
        inspection.Record(s_day, "Good", null, null, s_day);
        inspection.MakeKnown("Prepare together", "Both prepare the lesson on Monday", A.At);
        inspection.MakeKnown("Prepare together", "Both prepare the lesson on Mondays", A.At.AddDays(1));
        inspection.Events.OfType<PracticeMadeKnown>().ShouldHaveSingleItem();
        inspection.MadeKnownAt.ShouldBe(A.At);
    }

    [Fact]
    public void Interview_WithoutAPair_IsRefused() =>
        Breaks(InspectionRules.InterviewNeedsPair, () => _ = new Inspection(Guid.CreateVersion7(), InspectionKind.Interview, A.Trainee.SchoolId, A.Mentor.PersonId, s_day, "How it goes", []));

    private static Inspection Planned() => new(Guid.CreateVersion7(), InspectionKind.Visit, A.Trainee.SchoolId, A.Mentor.PersonId, s_day, "How it goes", []);

    private static void Breaks(Rule rule, Action act) => Should.Throw<RuleBroken>(act).Rule.ShouldBe(rule);

    private static Pulse Read(Contract contract, DateOnly? lastContact = null, int asked = 0, int reached = 0)
    {
        var pulse = new Pulse(contract.Id);
        pulse.Read(contract, lastContact, [new("Hear a lesson", Side.Trainee, asked, reached, Waiting: 0)]);
        return pulse;
    }
}
