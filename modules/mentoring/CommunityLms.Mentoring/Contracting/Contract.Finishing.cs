using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Contracting;

/// <content>How a contract comes to its end.</content>
internal sealed partial class Contract
{
    public const int ConclusionLength = ContractStage.ReviewLength;

    private bool IsConcluded => MentorConclusion is not null && TraineeConclusion is not null;

    /// <summary>One side looks back on the whole; with both the workflow goes on to the end.</summary>
    public void Conclude(Side by, string conclusion, DateTime at)
    {
        Ensure(State == ContractState.Active && Training == TrainingStatus.Active, ContractRules.NotUnderWay);
        EnsureSealed(DateOnly.FromDateTime(at));
        EnsureAwaited(ContractStep.FinalReview, 0);
        Ensure(conclusion.Trim() is { Length: > 0 and <= ConclusionLength }, ContractRules.TextFits, ConclusionLength);
        (MentorConclusion, TraineeConclusion) = by == Side.Mentor ? (conclusion.Trim(), TraineeConclusion) : (MentorConclusion, conclusion.Trim());
        if (IsConcluded)
            Finish(ContractStep.FinalReview, 0, at);
    }

    /// <summary>The workflow says that everything is done.</summary>
    public void Complete(DateOnly on)
    {
        if (State == ContractState.Completed)
            return;
        Ensure(State == ContractState.Active, ContractRules.NotUnderWay);
        (State, CompletedOn) = (ContractState.Completed, on);
        Leave(ContractOutcome.Completed, on);
    }

    /// <summary>It ends before its time, for a reason; the history stays.</summary>
    public void Withdraw(WithdrawalReason reason, DateOnly on)
    {
        Ensure(State is not (ContractState.Completed or ContractState.Ended), ContractRules.IsOver);
        (State, Training, StatusReason, StatusSince) = (ContractState.Ended, TrainingStatus.Withdrawn, reason.ToString(), on);
        Leave(ContractOutcome.Withdrawn, on);
    }

    private void Leave(ContractOutcome outcome, DateOnly on)
    {
        Participation = ParticipationStatus.Left;
        _asked.RemoveAll(a => a.EndedAt is null);
        if (PendingAmendment is not null)
        {
            PendingAmendment = null;
            Raise(new AmendmentGivenUp(Id));
        }
        Raise(new ContractEnded(Id, MentorId, TraineeId, outcome, on));
    }
}
