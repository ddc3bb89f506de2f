using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Tests.Contracting;

/// <summary>A contract under way is changed beside what is in force.</summary>
public sealed class ContractsAreAmended
{
    private readonly Contract _contract = A.Contract().Agreed().SignedByBoth().Active();

    [Fact]
    public void Amend_UnderWay_KeepsWhatIsInForce()
    {
        var before = _contract.AgreedText()!.Hash;
        Open();

        _contract.State.ShouldBe(ContractState.Active);
        _contract.InForce(DecisionKind.Theme)!.Version.ShouldBe(1);
        _contract.Latest(DecisionKind.Theme)!.Version.ShouldBe(2);
        _contract.AgreedText()!.Hash.ShouldNotBe(before);
        _contract.Amendment.ShouldBe(0);
    }

    [Fact]
    public void Apply_WhenSigned_PutsItIntoForce()
    {
        Open();
        Sign();
        _contract.ApplyAmendment();
        _contract.ApplyAmendment();

        (_contract.Amendment, _contract.PendingAmendment).ShouldBe((1, null));
        _contract.InForce(DecisionKind.Theme)!.Version.ShouldBe(2);
    }

    [Fact]
    public void Apply_WhenOneSideHasNotSigned_IsRefused()
    {
        Open();
        _contract.Ask(Guid.CreateVersion7(), ContractStep.MentorSignature, 0, AskedBy.Amendment, A.At);
        _contract.Sign(Side.Mentor, _contract.AgreedText()!.Hash, A.MentorSigner, A.At);
        _contract.ShouldBreak(ContractRules.NotSigned, c => c.ApplyAmendment());
    }

    [Fact]
    public void GiveUp_LeavesWhatWasProposedToBeRead()
    {
        Open();
        _contract.GiveUpAmendment(A.At);

        _contract.PendingAmendment.ShouldBeNull();
        _contract.Latest(DecisionKind.Theme)!.Version.ShouldBe(1);
        _contract.Decisions.Count(d => d.Kind == DecisionKind.Theme).ShouldBe(2);
    }

    [Fact]
    public void Amend_AfterOneWasGivenUp_TakesANewNumber()
    {
        Open();
        _contract.GiveUpAmendment(A.At);
        _contract.Amend(A.At);
        _contract.PendingAmendment.ShouldBe(2);
        _contract.Propose(DecisionKind.Theme, Side.Trainee, "Songs", [], A.At).Version.ShouldBe(3);
    }

    [Fact]
    public void GiveUp_WhenSomebodyHasSigned_IsRefused()
    {
        Open();
        Sign();
        _contract.ShouldBreak(ContractRules.SignedAlready, c => c.GiveUpAmendment(A.At));
    }

    [Fact]
    public void Return_OfAnAmendment_LeavesTheContractUnderWay()
    {
        Open();
        Sign();
        _contract.Ask(Guid.CreateVersion7(), ContractStep.SchoolSeal, 0, AskedBy.Amendment, A.At);
        _contract.ReturnToSides(ContractStep.SchoolSeal, "Which lessons?", A.Keeper, A.At);

        (_contract.State, _contract.Amendment, _contract.PendingAmendment).ShouldBe((ContractState.Active, 0, 2));
        _contract.Events.OfType<ContractReopened>().Last().OfAmendment.ShouldBeTrue();
        _contract.MayPropose(DecisionKind.Theme).ShouldBeTrue();
    }

    [Fact]
    public void Amend_WhileOneIsOpen_IsRefused()
    {
        Open();
        _contract.ShouldBreak(ContractRules.AmendmentOpen, c => c.Amend(A.At));
    }

    [Fact]
    public void Propose_WithoutAmendment_IsRefused() => _contract.ShouldBreak(ContractRules.ChangeByAmendment, c => c.Propose(DecisionKind.Theme, Side.Mentor, "Songs", [], A.At));

    [Fact]
    public void Withdraw_WithAnOpenAmendment_GivesItUp()
    {
        Open();
        _contract.Withdraw(WithdrawalReason.MovedSchool, new(2026, 12, 1));
        _contract.Events.OfType<AmendmentGivenUp>().ShouldHaveSingleItem();
    }

    private void Open()
    {
        _contract.Amend(A.At);
        _contract.Propose(DecisionKind.Theme, Side.Mentor, "Stories", [], A.At);
        _contract.Agree(DecisionKind.Theme, 2, Side.Trainee, A.At);
    }

    private void Sign()
    {
        _contract.Ask(Guid.CreateVersion7(), ContractStep.MentorSignature, 0, AskedBy.Amendment, A.At);
        _contract.Ask(Guid.CreateVersion7(), ContractStep.TraineeSignature, 0, AskedBy.Amendment, A.At);
        _contract.Sign(Side.Mentor, _contract.AgreedText()!.Hash, A.MentorSigner, A.At);
        _contract.Sign(Side.Trainee, _contract.AgreedText()!.Hash, A.TraineeSigner, A.At);
        _contract.State.ShouldBe(ContractState.Active);
    }
}
