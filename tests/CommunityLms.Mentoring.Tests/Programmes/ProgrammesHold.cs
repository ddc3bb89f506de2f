using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;
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

    [Fact]
    public void SetUp_WhenAnActivityStandsTwiceForOneSide_IsRefused()
    {
        Refused(A.Plan() with { Activities = [new("Paper", ActivityKind.Paper, 1), new("Paper", ActivityKind.Paper, 2, Side.Mentor)] }, ProgrammeRules.ActivityOnce);
        A.Programme(A.Plan() with { Activities = [new("Paper", ActivityKind.Paper, 1, Side.Trainee), new("Paper", ActivityKind.Paper, 2, Side.Mentor)] }).Activities.Count.ShouldBe(2);
    }

    [Fact]
    public void SetUp_WhenTheDaysOfAnActivityLieOutside_IsRefused()
    {
        Refused(A.Plan() with { Activities = [new("Opening lesson", ActivityKind.LessonShown, 1, To: new(2027, 7, 1))] }, ProgrammeRules.ActivityWithin);
        Refused(A.Plan() with { Activities = [new("Opening lesson", ActivityKind.LessonShown, 1, From: new(2026, 10, 2), To: new(2026, 10, 1))] }, ProgrammeRules.ActivityWithin);
    }

    [Fact]
    public void Excludes_FollowsTheFormsOfPairing()
    {
        var (school, neighbour, afar) = (new Workplace(Guid.CreateVersion7(), Guid.CreateVersion7()), new Workplace(Guid.CreateVersion7(), null), new Workplace(Guid.CreateVersion7(), Guid.CreateVersion7()));
        neighbour = neighbour with { DistrictId = school.DistrictId };
        var (usual, strict, inside) = (A.Programme(), A.Programme(A.Plan() with { Forms = PairingForms.None }), A.Programme(A.Plan() with { Forms = PairingForms.OneSchool }));
        new[] { usual, strict, inside }.Select(p => p.Excludes(school, school)).ShouldBe([ContractRules.NotOneSchool, ContractRules.NotOneSchool, null]);
        new[] { usual, strict, inside }.Select(p => p.Excludes(school, neighbour)).ShouldBe([null, ContractRules.NotOneDistrict, ContractRules.NotOneDistrict]);
        new[] { usual, strict, inside }.Select(p => p.Excludes(school, afar)).ShouldBe([null, null, null]);
    }

    [Fact]
    public void Change_OfWhatPairsHaveToDo_IsToldOnce()
    {
        var programme = A.Programme();
        programme.ForgetEvents();
        programme.Change(A.Plan() with { Name = "Another name", Terms = "Three copies" });
        programme.Events.ShouldBeEmpty();
        programme.Change(programme.Plan() with { Activities = [new("Paper", ActivityKind.Paper, 2)] });
        programme.Events.ShouldBe([new ActivitiesChanged(programme.Id)]);
    }

    [Fact]
    public void Contract_KeepsTheTermsItWasDrawnUpWith()
    {
        var programme = A.Programme(A.Plan() with { Terms = "三份合同，导师、学员、学校各一份。" });
        var (with, without) = (new Contract(programme, A.Mentor, A.Trainee, A.English), A.Contract());
        programme.Change(A.Plan() with { Terms = "别的" });
        with.Terms.ShouldBe("三份合同，导师、学员、学校各一份。");
        without.Terms.ShouldBeNull();
    }

    private static void Refused(ProgrammePlan plan, Rule rule) => Should.Throw<RuleBroken>(() => new Programme(plan)).Rule.ShouldBe(rule);
}
