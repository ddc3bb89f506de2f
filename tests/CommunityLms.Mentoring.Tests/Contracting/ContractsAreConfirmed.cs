using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Tests.Contracting;

public sealed class ContractsAreConfirmed
{
    [Fact]
    public void Sign_WhenADecisionIsOpen_IsRefused() =>
        A.Contract().ShouldBreak(ContractRules.DecisionsOpen, c => c.Sign(Side.Mentor, "", A.MentorSigner, A.At));

    [Fact]
    public void Sign_WhenTheTextChangedMeanwhile_IsRefused()
    {
        var contract = A.Contract().Agreed();
        contract.Ask(Guid.CreateVersion7(), ContractStep.MentorSignature, 0, AskedBy.Workflow, A.At);
        var read = contract.AgreedText()!.Hash;
        contract.Propose(DecisionKind.Theme, Side.Trainee, "Stories", [], A.At);
        contract.Agree(DecisionKind.Theme, 2, Side.Mentor, A.At);
        contract.ShouldBreak(ContractRules.TextChanged, c => c.Sign(Side.Mentor, read, A.MentorSigner, A.At));
    }

    [Fact]
    public void Sign_WhenOneSideHas_LeavesTheContractInDraft()
    {
        var contract = A.Contract().Agreed();
        contract.Ask(Guid.CreateVersion7(), ContractStep.MentorSignature, 0, AskedBy.Workflow, A.At);
        contract.Sign(Side.Mentor, contract.AgreedText()!.Hash, A.MentorSigner, A.At);
        contract.State.ShouldBe(ContractState.Draft);
        contract.ShouldBreak(ContractRules.SignedAlready, c => c.Sign(Side.Mentor, c.AgreedText()!.Hash, A.MentorSigner, A.At));
    }

    [Fact]
    public void Propose_WhenOneSideHasSigned_IsRefused()
    {
        var contract = A.Contract().Agreed();
        contract.Ask(Guid.CreateVersion7(), ContractStep.MentorSignature, 0, AskedBy.Workflow, A.At);
        contract.Sign(Side.Mentor, contract.AgreedText()!.Hash, A.MentorSigner, A.At);
        contract.ShouldBreak(ContractRules.SignedAlready, c => c.Propose(DecisionKind.Theme, Side.Trainee, "Stories", [], A.At));
    }

    [Fact]
    public void Sign_WhenBothHave_IsSigned() => A.Contract().Agreed().SignedByBoth().State.ShouldBe(ContractState.Signed);

    [Fact]
    public void Seal_WhenItIsNotSigned_IsRefused() =>
        A.Contract().Agreed().ShouldBreak(ContractRules.NotSigned, c => c.Seal(ContractStep.SchoolSeal, c.AgreedText()!.Hash, A.Keeper, A.At));

    [Fact]
    public void Seal_WhenTheWorkflowDoesNotAskForIt_IsRefused() =>
        A.Contract().Agreed().SignedByBoth().ShouldBreak(ContractRules.NotAskedFor, c => c.Seal(ContractStep.DistrictSeal, c.AgreedText()!.Hash, A.Keeper, A.At));

    [Fact]
    public void Seal_WhenAnotherTextIsSealedThanWasSigned_IsRefused()
    {
        var contract = A.Contract().Agreed().SignedByBoth();
        contract.Ask(Guid.CreateVersion7(), ContractStep.SchoolSeal, 0, AskedBy.Workflow, A.At);
        contract.ShouldBreak(ContractRules.TextChanged, c => c.Seal(ContractStep.SchoolSeal, "another", A.Keeper, A.At));
    }

    [Fact]
    public void Return_WhenAnOfficeRefuses_AsksBothSidesAnewAndKeepsWhatWasSigned()
    {
        var contract = A.Contract().Agreed().SignedByBoth();
        contract.Ask(Guid.CreateVersion7(), ContractStep.SchoolSeal, 0, AskedBy.Workflow, A.At);
        contract.ReturnToSides(ContractStep.SchoolSeal, "Goals are too vague", A.Keeper, A.At);
        contract.State.ShouldBe(ContractState.Draft);
        contract.Amendment.ShouldBe(1);
        contract.AgreedText().ShouldBeNull();
        contract.Confirmations.Count.ShouldBe(3);
        contract.Confirmations.ShouldAllBe(c => !c.Counts(contract.Amendment));
        contract.Awaited.ShouldBeEmpty();
        contract.Events.OfType<ContractReopened>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Activate_WhenTold_TellsOthersOnce()
    {
        var contract = A.Contract().Agreed().SignedByBoth().Active().Active();
        contract.Events.OfType<ContractActivated>().ShouldHaveSingleItem().From.ShouldBe(new(2026, 9, 10));
        contract.Participation.ShouldBe(ParticipationStatus.Active);
    }

    [Fact]
    public void Review_WhenBothSidesHave_ClosesTheStageAndTellsTheWorkflow()
    {
        var contract = A.Contract().Agreed().SignedByBoth().Active();
        contract.OpenStage(1, A.At);
        contract.Ask(Guid.CreateVersion7(), ContractStep.StageReview, 1, AskedBy.Workflow, A.At);
        contract.Review(1, Side.Trainee, "I dare to ask open questions now.", A.At);
        contract.Stage(1).ClosedAt.ShouldBeNull();
        contract.Review(1, Side.Mentor, "She plans alone.", A.At);
        contract.Stage(1).ClosedAt.ShouldBe(A.At);
        contract.Events.OfType<StageClosed>().ShouldHaveSingleItem();
        contract.Events.OfType<ContractStepDone>().Count(e => e is { Step: ContractStep.StageReview, Number: 1 }).ShouldBe(1);
    }

    [Fact]
    public void Review_WhenTheStageIsNotOpen_IsRefused() =>
        A.Contract().Agreed().SignedByBoth().Active().ShouldBreak(ContractRules.StageIsNotOpen, c => c.Review(2, Side.Mentor, "Good", A.At));

    [Fact]
    public void Defer_ThenResume_KeepsReasonAndTimeTogether()
    {
        var contract = A.Contract().Agreed().SignedByBoth().Active();
        contract.Defer(DeferralReason.ParentalLeave, new(2026, 11, 1));
        (contract.Training, contract.StatusReason, contract.StatusSince).ShouldBe((TrainingStatus.Deferred, nameof(DeferralReason.ParentalLeave), new DateOnly(2026, 11, 1)));
        contract.ShouldBreak(ContractRules.NotUnderWay, c => c.Review(1, Side.Mentor, "Good", A.At));
        contract.Resume();
        (contract.Training, contract.StatusReason, contract.StatusSince).ShouldBe((TrainingStatus.Active, null, null));
    }

    [Fact]
    public void Withdraw_WhenItIsOver_IsRefused()
    {
        var contract = A.Contract().Agreed().SignedByBoth().Active();
        contract.Withdraw(WithdrawalReason.MovedSchool, new(2026, 12, 1));
        contract.Events.OfType<ContractEnded>().ShouldHaveSingleItem().Outcome.ShouldBe(ContractOutcome.Withdrawn);
        contract.ShouldBreak(ContractRules.IsOver, c => c.Withdraw(WithdrawalReason.Other, new(2026, 12, 2)));
    }

    [Fact]
    public void Ask_WhenTheContractIsOver_AsksForNothing()
    {
        var contract = A.Contract().Agreed().SignedByBoth().Active();
        contract.Complete(new(2027, 6, 30));
        contract.Ask(Guid.CreateVersion7(), ContractStep.Midterm, 0, AskedBy.Workflow, A.At);
        contract.Awaited.ShouldBeEmpty();
    }

    [Fact]
    public void Ask_WhenTheSameAskingComesAgainAfterTheStepIsDone_AsksNothingMore()
    {
        var (contract, asking) = (A.Contract().Agreed().SignedByBoth(), Guid.CreateVersion7());
        contract.Ask(asking, ContractStep.SchoolSeal, 0, AskedBy.Workflow, A.At);
        contract.Seal(ContractStep.SchoolSeal, contract.AgreedText()!.Hash, A.Keeper, A.At);
        contract.Ask(asking, ContractStep.SchoolSeal, 0, AskedBy.Workflow, A.At);
        contract.Awaited.ShouldBeEmpty();
        contract.Events.OfType<ContractStepDone>().Count(e => e.Step == ContractStep.SchoolSeal).ShouldBe(1);
    }

    [Fact]
    public void Ask_WhenBothHaveAgreedBefore_TellsTheWorkflowAtOnce()
    {
        var (contract, asking) = (A.Contract().Agreed(), Guid.CreateVersion7());
        contract.Ask(asking, ContractStep.Theme, 0, AskedBy.Workflow, A.At);
        contract.Awaited.ShouldBeEmpty();
        contract.Events.OfType<ContractStepDone>().ShouldContain(new ContractStepDone(contract.Id, ContractStep.Theme, 0, asking, OfAmendment: false));
    }
}
