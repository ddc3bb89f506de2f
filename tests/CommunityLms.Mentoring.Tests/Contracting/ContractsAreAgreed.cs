using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Tests.Contracting;

public sealed class ContractsAreAgreed
{
    [Fact]
    public void Pair_WhenBothAreOnePerson_IsRefused() =>
        Should.Throw<Kernel.Domain.RuleBroken>(() => new Contract(A.Programme(), A.Mentor, A.Mentor, A.English)).Rule.ShouldBe(ContractRules.NotOneself);

    [Fact]
    public void Pair_WhenBothAreOfOneSchoolAndTheProgrammePairsSchools_IsRefused() =>
        Should.Throw<Kernel.Domain.RuleBroken>(() => new Contract(A.Programme(), A.Mentor with { SchoolId = A.Trainee.SchoolId }, A.Trainee, A.English)).Rule.ShouldBe(ContractRules.NotOneSchool);

    [Fact]
    public void Pair_WhenTheProgrammeAllowsOneSchool_PairsThem() =>
        new Contract(A.Programme(A.Plan() with { Forms = PairingForms.OneSchool }), A.Mentor with { SchoolId = A.Trainee.SchoolId }, A.Trainee, A.English).State.ShouldBe(ContractState.Draft);

    [Fact]
    public void Pair_WhenTheSubjectIsNoneOfTheProgramme_IsRefused() =>
        Should.Throw<Kernel.Domain.RuleBroken>(() => new Contract(A.Programme(), A.Mentor, A.Trainee, Guid.CreateVersion7())).Rule.ShouldBe(ContractRules.SubjectOfProgramme);

    [Fact]
    public void Pair_WhenTheProgrammeIsNotOpen_IsRefused() =>
        Should.Throw<Kernel.Domain.RuleBroken>(() => new Contract(new Programme(A.Plan()), A.Mentor, A.Trainee, A.English)).Rule.ShouldBe(ProgrammeRules.IsNotOpen);

    [Fact]
    public void Propose_WhenTheWorkflowDoesNotAskForIt_IsRefused() =>
        new Contract(A.Programme(), A.Mentor, A.Trainee, A.English).ShouldBreak(ContractRules.NotAskedFor, c => c.Propose(DecisionKind.Theme, Side.Mentor, "Songs", [], A.At));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Propose_WhenAStageGoalHasNoMeasure_IsRefused(string measure) =>
        A.Contract().ShouldBreak(ContractRules.GoalNeedsMeasure, c => c.Propose(DecisionKind.Goal, Side.Mentor, "Teach well", [new(1, "Plan", measure)], A.At));

    [Fact]
    public void Propose_WhenAGoalHasNoStageGoals_IsRefused() =>
        A.Contract().ShouldBreak(ContractRules.StageGoalsMissing, c => c.Propose(DecisionKind.Goal, Side.Mentor, "Teach well", [], A.At));

    [Fact]
    public void Agree_WhenANewerVersionWasProposed_IsRefused()
    {
        var contract = A.Contract();
        contract.Propose(DecisionKind.Theme, Side.Mentor, "Songs", [], A.At);
        contract.Propose(DecisionKind.Theme, Side.Mentor, "Stories", [], A.At);
        contract.ShouldBreak(ContractRules.VersionChanged, c => c.Agree(DecisionKind.Theme, 1, Side.Trainee, A.At));
        contract.Latest(DecisionKind.Theme)!.IsAgreed.ShouldBeFalse();
    }

    [Fact]
    public void Propose_WhenTheOtherSideAmends_AsksTheFirstToAgreeAgain()
    {
        var contract = A.Contract();
        contract.Propose(DecisionKind.Theme, Side.Mentor, "Songs", [], A.At);
        contract.Propose(DecisionKind.Theme, Side.Trainee, "Stories", [], A.At);
        contract.Latest(DecisionKind.Theme)!.MentorAgreedAt.ShouldBeNull();
        contract.Decisions.Count.ShouldBe(2);
    }

    [Fact]
    public void Discuss_WhileItIsBeingAgreed_TellsTheOtherSideAndChangesNothing()
    {
        var contract = A.Contract();
        contract.Propose(DecisionKind.Theme, Side.Mentor, "Songs", [], A.At);
        contract.ForgetEvents();
        contract.Discuss(DecisionKind.Theme, Side.Trainee, "Stories would help me more", A.At);
        contract.Remarks.ShouldHaveSingleItem().Version.ShouldBe(1);
        contract.Events.ShouldBe([new DecisionDiscussed(contract.Id, Side.Trainee)]);
        contract.Latest(DecisionKind.Theme)!.IsAgreed.ShouldBeFalse();
        contract.ShouldBreak(ContractRules.RemarkFits, c => c.Discuss(DecisionKind.Theme, Side.Trainee, " ", A.At));
        contract.Agreed().SignedByBoth().ShouldBreak(ContractRules.ChangeByAmendment, c => c.Discuss(DecisionKind.Theme, Side.Trainee, "Too late", A.At));
    }

    [Fact]
    public void Agree_WhenBothHave_TellsTheWorkflowOnce()
    {
        var contract = A.Contract();
        var asked = contract.Awaited.Single(a => a.Step == ContractStep.Theme).Id;
        contract.Propose(DecisionKind.Theme, Side.Mentor, "Songs", [], A.At);
        contract.Events.OfType<ContractStepDone>().ShouldBeEmpty();
        contract.Agree(DecisionKind.Theme, 1, Side.Trainee, A.At);
        contract.Agree(DecisionKind.Theme, 1, Side.Trainee, A.At);
        contract.Events.OfType<ContractStepDone>().ShouldHaveSingleItem().ShouldBe(new(contract.Id, ContractStep.Theme, 0, asked, OfAmendment: false));
    }

    [Fact]
    public void AgreedText_WhileADecisionIsOpen_IsNone()
    {
        var contract = A.Contract();
        contract.AgreedText().ShouldBeNull();
        contract.Agreed().Propose(DecisionKind.Time, Side.Trainee, "Mondays", [], A.At);
        contract.AgreedText().ShouldBeNull();
    }

    [Fact]
    public void Hash_WhenAnyWordChanges_IsAnother()
    {
        var contract = A.Contract().Agreed();
        var before = contract.AgreedText()!.Hash;
        contract.Propose(DecisionKind.Method, Side.Mentor, "Method as both want it.", [], A.At);
        contract.Agree(DecisionKind.Method, 2, Side.Trainee, A.At);
        contract.AgreedText()!.Hash.ShouldNotBe(before);
    }
}
