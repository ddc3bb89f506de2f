using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>How one contract comes in the place of another after mid-term, and how the school says that it has to.</summary>
internal sealed partial class Contract
{
    /// <summary>The trainees a mentor has in a subject at a time, at most.</summary>
    public const int MostTrainees = 4;

    /// <param name="instead">The contract in whose place this one comes; null for a first one.</param>
    /// <param name="from">The first day; not before the programme's. Stages that are over by then are left out.</param>
    /// <exception cref="RuleBroken">The programme isn't open, doesn't have the subject, or the two may not be paired.</exception>
    public Contract(Programme programme, Party mentor, Party trainee, Guid subjectId, Contract? instead, DateOnly from) : this(programme, mentor, trainee, subjectId)
    {
        ReplacesId = instead?.Id;
        From = from > From ? from : From;
        _stages.RemoveAll(s => s.To < From);
    }

    /// <summary>The contract in whose place it came; null for a first one.</summary>
    public Guid? ReplacesId { get; private set; }

    /// <summary>At mid-term the school says that it can't go on (P5). It ends, what was done stays, and the place is open for somebody else.</summary>
    /// <param name="reason">No longer teaching the subject, moved, or the mentor stopped.</param>
    /// <param name="words">What the school adds.</param>
    public void ReportAtMidterm(WithdrawalReason reason, string words, Signer keeper, DateOnly on, DateTime at)
    {
        Ensure(State == ContractState.Active, ContractRules.NotUnderWay);
        EnsureAwaited(ContractStep.Midterm, 0);
        Ensure(words.Trim() is { Length: > 0 and <= ContractRules.ReasonLength }, ContractRules.ReasonFits, ContractRules.ReasonLength);
        _confirmations.Add(Confirmation.Refusal(Id, ContractStep.Midterm, Amendment, words.Trim(), keeper, at));
        Withdraw(reason, on);
    }
}
