using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Contracting;

/// <content>How the two sides come to one text, and what is signed and sealed.</content>
internal sealed partial class Contract
{
    /// <summary>The version of a decision that counts for the text being agreed: the last one proposed; null where nobody has proposed any.</summary>
    public Decision? Latest(DecisionKind kind) => _decisions.Where(d => d.Kind == kind && d.DroppedAt is null).MaxBy(d => d.Version);

    /// <summary>The version in force while an amendment is open; else the latest.</summary>
    public Decision? InForce(DecisionKind kind) => PendingAmendment is null ? Latest(kind) : _decisions.Where(d => d.Kind == kind && d.DroppedAt is null && d.Amendment <= Amendment).MaxBy(d => d.Version);

    /// <summary>The four decisions as they stand, each agreed to by both; null while one is open.</summary>
    public ContractText? AgreedText()
    {
        var latest = Enum.GetValues<DecisionKind>().Select(Latest).OfType<Decision>().ToList();
        return latest.Count == Enum.GetValues<DecisionKind>().Length && latest.TrueForAll(d => d.IsAgreed) ? new(this, latest) : null;
    }

    /// <summary>Whether a decision can be proposed or changed now.</summary>
    public bool MayPropose(DecisionKind kind) => IsBeingAgreed && !IsSignedByAnybody && (Latest(kind) is not null || IsAwaited(StepOf(kind), 0));

    /// <summary>Proposes a decision, anew or instead of the one before; whoever proposes agrees.</summary>
    /// <exception cref="RuleBroken">It isn't the time for it, is empty, or is a goal without stage goals that can be measured.</exception>
    public Decision Propose(DecisionKind kind, Side by, string text, IReadOnlyList<StageGoal> stageGoals, DateTime at)
    {
        Ensure(IsBeingAgreed, ContractRules.ChangeByAmendment);
        Ensure(!IsSignedByAnybody, ContractRules.SignedAlready);
        Ensure(Latest(kind) is not null || IsAwaited(StepOf(kind), 0), ContractRules.NotAskedFor);
        var version = _decisions.Where(d => d.Kind == kind).Max(d => (int?)d.Version) ?? 0;
        var decision = new Decision(Id, kind, version + 1, TextNumber, by, text, Measured(kind, stageGoals), at);
        _decisions.Add(decision);
        Raise(new DecisionDiscussed(Id, by));
        return decision;
    }

    /// <summary>Says something about a decision, proposed or still to be.</summary>
    /// <exception cref="RuleBroken">The text is signed, the contract is over, or nothing is said.</exception>
    public void Discuss(DecisionKind kind, Side by, string text, DateTime at)
    {
        Ensure(IsBeingAgreed, ContractRules.ChangeByAmendment);
        _remarks.Add(new(Id, kind, Latest(kind)?.Version ?? 0, by, text, at));
        Raise(new DecisionDiscussed(Id, by));
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
        Ensure(!_confirmations.Exists(c => c.Step == step && c.Counts(TextNumber)), ContractRules.SignedAlready);
        EnsureAwaited(step, 0);
        _confirmations.Add(new(Id, step, TextNumber, hash, signer, at));
        Finish(step, 0, at);
        if (State == ContractState.Draft && IsSignedByBoth)
            State = ContractState.Signed;
    }

    /// <summary>Sends the signed text back to both sides with a reason: what was signed and sealed counts no longer.</summary>
    public void ReturnToSides(ContractStep office, string reason, Signer keeper, DateTime at)
    {
        Ensure(State == ContractState.Signed || PendingAmendment is not null, ContractRules.ChangeByAmendment);
        Ensure(IsSignedByBoth, ContractRules.NotSigned);
        EnsureReason(reason);
        EnsureAwaited(office, 0);
        _confirmations.Add(Confirmation.Refusal(Id, office, TextNumber, reason.Trim(), keeper, at));
        Reopen(at);
    }

    /// <summary>One side wants to change what was signed. Before it begins all of it goes the same way once more; under way what is in force stays so until the change is signed and sealed.</summary>
    public void Amend(DateTime at)
    {
        Ensure(State is ContractState.Signed or ContractState.Active, ContractRules.NotSigned);
        if (State == ContractState.Signed)
        {
            Reopen(at);
            return;
        }
        Ensure(Training == TrainingStatus.Active, ContractRules.NotUnderWay);
        Ensure(PendingAmendment is null, ContractRules.AmendmentOpen);
        PendingAmendment = NextNumber;
        EndAsked(AskedBy.Office, at);
        Raise(new AmendmentBegun(Id));
    }

    /// <summary>The sides go on with what is in force.</summary>
    public void GiveUpAmendment(DateTime at)
    {
        Ensure(PendingAmendment is not null, ContractRules.NoAmendment);
        Ensure(!IsSignedByAnybody, ContractRules.SignedAlready);
        foreach (var decision in _decisions.Where(d => d.Amendment > Amendment && d.DroppedAt is null))
            decision.Drop(at);
        PendingAmendment = null;
        EndAsked(AskedBy.Amendment, at);
        Raise(new AmendmentGivenUp(Id));
        foreach (var missing in MissingSeals(DateOnly.FromDateTime(at)))
            AskOffice(missing.Step, at);
    }

    /// <summary>The workflow says that the amendment is signed and sealed as it asks: from now on it is in force.</summary>
    public void ApplyAmendment()
    {
        if (PendingAmendment is not { } pending)
            return;
        Ensure(IsSignedByBoth, ContractRules.NotSigned);
        (Amendment, PendingAmendment) = (pending, null);
    }

    /// <summary>Whether the sides are at the text: before both have signed it, or with an amendment.</summary>
    public bool IsBeingAgreed => State is ContractState.Draft || (State is ContractState.Active && PendingAmendment is not null);

    private bool IsSignedByAnybody => _confirmations.Exists(c => c.IsSignature && c.Counts(TextNumber));

    private bool IsSignedByBoth => _confirmations.Count(c => c.IsSignature && c.Counts(TextNumber)) == 2;

    /// <summary>Numbers of texts that were given up aren't used again.</summary>
    private int NextNumber => _decisions.Select(d => d.Amendment).Concat(_confirmations.Select(c => c.Amendment)).Append(TextNumber).Max() + 1;

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

    private static void EnsureReason(string reason) => Ensure(reason.Trim() is { Length: > 0 and <= ContractRules.ReasonLength }, ContractRules.ReasonFits, ContractRules.ReasonLength);

    private void Reopen(DateTime at)
    {
        var ofAmendment = PendingAmendment is not null;
        if (ofAmendment)
            PendingAmendment = NextNumber;
        else
            (State, Amendment) = (ContractState.Draft, NextNumber);
        foreach (var kind in Enum.GetValues<DecisionKind>())
            Latest(kind)?.ForgetAgreement();
        EndAsked(ofAmendment ? AskedBy.Amendment : AskedBy.Workflow, at);
        EndAsked(AskedBy.Office, at);
        Raise(new ContractReopened(Id, Guid.CreateVersion7(), ofAmendment));
    }

    private void EndAsked(AskedBy by, DateTime at)
    {
        foreach (var asked in Awaited.Where(a => a.By == by))
            asked.End(at);
    }
}
