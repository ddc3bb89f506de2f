using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Tests.Programmes;

public sealed class ProgrammesHold
{
    [Fact]
    public void SetUp_WhenItEndsBeforeItBegins_IsRefused() => Refused(A.Plan() with { To = new(2026, 8, 1) }, ProgrammeRules.EndsAfterItBegins);

    [Fact]
    public void SetUp_WhenMidtermLiesOutside_IsRefused() => Refused(A.Plan() with { MidtermOn = new(2027, 7, 1) }, ProgrammeRules.MidtermWithin);

    [Fact]
    public void SetUp_WhenItHasNoSubject_IsRefused() => Refused(A.Plan() with { SubjectIds = [] }, ProgrammeRules.HasSubjects);

    [Fact]
    public void SetUp_WhenStagesOverlap_IsRefused() =>
        Refused(A.Plan() with { Stages = [new("First", new(2026, 9, 1), new(2027, 1, 31)), new("Second", new(2027, 1, 31), new(2027, 6, 30))] }, ProgrammeRules.StagesInOrder);

    [Fact]
    public void SetUp_WhenAStageLiesOutside_IsRefused() => Refused(A.Plan() with { Stages = [new("Only", new(2026, 8, 1), new(2027, 1, 31))] }, ProgrammeRules.StageWithin);

    [Fact]
    public void SetUp_WhenAnActivityIsAskedForNever_IsRefused() => Refused(A.Plan() with { Activities = [new("Paper", ActivityKind.Paper, 0)] }, ProgrammeRules.ActivityIsCounted);

    [Fact]
    public void AskedOf_LeavesOutWhatIsForTheOtherSideOrAnotherSubject()
    {
        var programme = A.Programme(A.Plan() with { Activities = [new("Both", ActivityKind.Book, 1), new("Theirs", ActivityKind.Paper, 1, Side.Mentor), new("Elsewhere", ActivityKind.Visit, 1, SubjectId: Guid.CreateVersion7())] });
        programme.AskedOf(Side.Trainee, A.English).Select(a => a.Name).ShouldBe(["Both"]);
    }

    [Fact]
    public void Change_WhenItIsClosed_IsRefused()
    {
        var programme = A.Programme();
        programme.Close();
        Should.Throw<RuleBroken>(() => programme.Change(A.Plan())).Rule.ShouldBe(ProgrammeRules.IsClosed);
    }

    private static void Refused(ProgrammePlan plan, Rule rule) => Should.Throw<RuleBroken>(() => new Programme(plan)).Rule.ShouldBe(rule);
}
