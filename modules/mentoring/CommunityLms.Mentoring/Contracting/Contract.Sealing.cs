using CommunityLms.Kernel.Domain;

namespace CommunityLms.Mentoring.Contracting;

/// <content>Seals of school and district: given, for a time perhaps, taken back, given anew.</content>
internal sealed partial class Contract
{
    /// <summary>Seals the signed text for a school or a district office; the order is the workflow's.</summary>
    /// <param name="validUntil">The last day on which the seal counts; null where it holds as long as the contract.</param>
    /// <exception cref="RuleBroken">It isn't signed by both, the text has changed, the seal isn't asked for, or its last day lies behind.</exception>
    public void Seal(ContractStep office, string hash, Signer keeper, DateTime at, DateOnly? validUntil = null)
    {
        Ensure(IsSignedByBoth, ContractRules.NotSigned);
        Ensure(_confirmations.Exists(c => c.IsSignature && c.Counts(TextNumber) && c.Hash == hash), ContractRules.TextChanged);
        EnsureAwaited(office, 0);
        Ensure(validUntil is null || validUntil >= DateOnly.FromDateTime(at), ContractRules.SealEndsInThePast);
        _confirmations.Add(new(Id, office, TextNumber, hash, keeper, at) { ValidUntil = validUntil });
        Finish(office, 0, at);
    }

    /// <summary>
    /// The office takes its seal back. Before the contract begins it goes back to both sides; under way nothing counts for it until the seal is
    /// given anew, which the office is asked for at once.
    /// </summary>
    public void WithdrawSeal(ContractStep office, string reason, Signer keeper, DateTime at)
    {
        Ensure(State is ContractState.Signed or ContractState.Active, ContractRules.NotUnderWay);
        Ensure(PendingAmendment is null, ContractRules.AmendmentOpen);
        EnsureReason(reason);
        var given = _confirmations.FindAll(c => c.Step == office && c.SealId is not null && c.Counts(Amendment));
        Ensure(given.Count > 0, ContractRules.NoSealToWithdraw);
        given.ForEach(c => c.Withdraw($"{keeper.Name}: {reason.Trim()}", at));
        if (State == ContractState.Signed)
            Reopen(at);
        else
            AskOffice(office, at);
    }

    /// <summary>
    /// What the days do to seals that were given for a time. When the end is near, those concerned are to be told and the office is asked to seal
    /// anew, so that no gap comes about; after the last day the seal counts like one that was taken back. Repeated, it does nothing more.
    /// </summary>
    public void LookAtSeals(DateOnly today, DateTime at)
    {
        if (State is not (ContractState.Signed or ContractState.Active))
            return;
        foreach (var office in _confirmations.Where(c => c.SealId is not null && c.Counts(Amendment)).GroupBy(c => c.Step).ToList())
        {
            var lasting = office.MaxBy(c => c.ValidUntil ?? DateOnly.MaxValue)!;
            foreach (var over in office.Where(c => c.IsOver(today)))
                over.Expire(at);
            if (lasting.ExpiredAt is not null)
                Raise(new SealExpired(Id, lasting.Id));
            else if (lasting.IsToBeTold(today))
                Raise(new SealEnding(Id, lasting.Id));
            else
                continue;
            lasting.Tell(at);
            AskOffice(lasting.Step, at);
        }
    }

    /// <summary>Seals of the text in force that were taken back or are over, and not given anew: one an office.</summary>
    public IReadOnlyList<Confirmation> MissingSeals(DateOnly today) =>
        [.. _confirmations.Where(c => c.Amendment == Amendment && (c.WithdrawnAt is not null || c.IsOver(today)) && !_confirmations.Exists(given => given.Step == c.Step && given.Counts(Amendment) && !given.IsOver(today)))
            .GroupBy(c => c.Step).Select(office => office.MaxBy(c => c.At)!)];

    /// <exception cref="RuleBroken">A seal is missing.</exception>
    public void EnsureSealed(DateOnly today)
    {
        if (MissingSeals(today) is [var missing, ..])
            throw missing.WithdrawnAt is null ? new RuleBroken(ContractRules.SealIsOver, missing.SealName, missing.ValidUntil) : new RuleBroken(ContractRules.SealMissing, missing.SealName);
    }

    /// <summary>The office is asked to give its seal anew. While an amendment is open it isn't: the seals of the new text take their place.</summary>
    private void AskOffice(ContractStep office, DateTime at)
    {
        if (PendingAmendment is not null || IsAwaited(office, 0))
            return;
        _asked.Add(new(Guid.CreateVersion7(), Id, office, 0, AskedBy.Office, at));
        Raise(new ContractStepAsked(Id, office, 0));
    }
}
