using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Contracting;

/// <content>How the two sides come to one text, and what is signed and sealed.</content>
internal sealed partial class Contract
{
    /// <summary>The version of a decision that counts: the last one proposed; null where nobody has proposed any.</summary>
    public Decision? Latest(DecisionKind kind) => _decisions.Where(d => d.Kind == kind).MaxBy(d => d.Version);

    /// <summary>The four decisions as they stand, each agreed to by both; null while one is open.</summary>
    public ContractText? AgreedText()
    {
        var latest = Enum.GetValues<DecisionKind>().Select(Latest).OfType<Decision>().ToList();
        return latest.Count == Enum.GetValues<DecisionKind>().Length && latest.TrueForAll(d => d.IsAgreed) ? new(this, latest) : null;
    }

    /// <summary>Whether a decision can be proposed or changed now.</summary>
    public bool MayPropose(DecisionKind kind) => State is ContractState.Draft && !_confirmations.Exists(c => c.Counts(Amendment))
        && (Latest(kind) is not null || IsAwaited(StepOf(kind), 0));

    /// <summary>Proposes a decision, anew or instead of the one before; whoever proposes agrees.</summary>
    /// <exception cref="RuleBroken">It isn't the time for it, is empty, or is a goal without stage goals that can be measured.</exception>
    public Decision Propose(DecisionKind kind, Side by, string text, IReadOnlyList<StageGoal> stageGoals, DateTime at)
    {
        Ensure(State is ContractState.Draft, ContractRules.ChangeByAmendment);
        Ensure(!_confirmations.Exists(c => c.Counts(Amendment)), ContractRules.SignedAlready);
        Ensure(Latest(kind) is not null || IsAwaited(StepOf(kind), 0), ContractRules.NotAskedFor);
        var decision = new Decision(Id, kind, (Latest(kind)?.Version ?? 0) + 1, by, text, Measured(kind, stageGoals), at);
        _decisions.Add(decision);
        return decision;
    }

    /// <summary>The other side agrees; with both the workflow goes on.</summary>
    /// <param name="version">The version that was read: another one in the meantime isn't agreed to unseen.</param>
    public void Agree(DecisionKind kind, int version, Side by, DateTime at)
    {
        var latest = Latest(kind) ?? throw new RuleBroken(ContractRules.NothingProposed);
        Ensure(latest.Version == version, ContractRules.VersionChanged);
        latest.Agree(by, at);
        if (latest.IsAgreed)
            Finish(StepOf(kind), 0, at);
    }

    /// <summary>Signs the text that both agreed to.</summary>
    /// <param name="hash">Of the text that was read.</param>
    /// <exception cref="RuleBroken">A decision is open, the text has changed, or the side has signed already.</exception>
    public void Sign(Side by, string hash, Signer signer, DateTime at)
    {
        var step = by == Side.Mentor ? ContractStep.MentorSignature : ContractStep.TraineeSignature;
        var text = AgreedText() ?? throw new RuleBroken(ContractRules.DecisionsOpen);
        Ensure(text.Hash == hash, ContractRules.TextChanged);
        Ensure(!_confirmations.Exists(c => c.Step == step && c.Counts(Amendment)), ContractRules.SignedAlready);
        EnsureAwaited(step, 0);
        _confirmations.Add(new(Id, step, Amendment, hash, signer, at));
        Finish(step, 0, at);
        if (_confirmations.Count(c => c.IsSignature && c.Counts(Amendment)) == 2)
            State = ContractState.Signed;
    }

    /// <summary>Seals the signed text for a school or a district office; the order is the workflow's.</summary>
    /// <exception cref="RuleBroken">It isn't signed by both, the text has changed, or the seal isn't asked for.</exception>
    public void Seal(ContractStep office, string hash, Signer keeper, DateTime at)
    {
        Ensure(State is ContractState.Signed, ContractRules.NotSigned);
        Ensure(_confirmations.Exists(c => c.IsSignature && c.Counts(Amendment) && c.Hash == hash), ContractRules.TextChanged);
        EnsureAwaited(office, 0);
        _confirmations.Add(new(Id, office, Amendment, hash, keeper, at));
        Finish(office, 0, at);
    }

    /// <summary>Sends the signed text back to both sides with a reason: what was signed and sealed counts no longer.</summary>
    public void ReturnToSides(ContractStep office, string reason, Signer keeper, DateTime at)
    {
        Ensure(State is ContractState.Signed, ContractRules.NotSigned);
        Ensure(reason.Trim() is { Length: > 0 and <= ContractRules.ReasonLength }, ContractRules.ReasonFits, ContractRules.ReasonLength);
        EnsureAwaited(office, 0);
        _confirmations.Add(Confirmation.Refusal(Id, office, Amendment, reason.Trim(), keeper, at));
        Reopen(at);
    }

    /// <summary>One side wants to change what was signed before it begins: it goes the same way once more.</summary>
    public void Amend(DateTime at)
    {
        Ensure(State is ContractState.Signed, ContractRules.NotSigned);
        Reopen(at);
    }

    private static IReadOnlyList<StageGoal> Measured(DecisionKind kind, IReadOnlyList<StageGoal> goals)
    {
        if (kind != DecisionKind.Goal)
            return [];
        Ensure(goals.Count > 0, ContractRules.StageGoalsMissing);
        foreach (var goal in goals)
            Ensure(!string.IsNullOrWhiteSpace(goal.Measure) && !string.IsNullOrWhiteSpace(goal.Goal), ContractRules.GoalNeedsMeasure, goal.Stage);
        return goals;
    }

    private static ContractStep StepOf(DecisionKind kind) => Enum.Parse<ContractStep>(kind.ToString());

    private void Reopen(DateTime at)
    {
        (State, Amendment) = (ContractState.Draft, Amendment + 1);
        foreach (var kind in Enum.GetValues<DecisionKind>())
            Latest(kind)?.ForgetAgreement();
        foreach (var asked in Awaited)
            asked.End(at);
        Raise(new ContractReopened(Id, Guid.CreateVersion7()));
    }
}
