using CommunityLms.Kernel.Domain;

namespace CommunityLms.Mentoring.Contracting;

/// <content>Seals of school and district: given, taken back, given anew.</content>
internal sealed partial class Contract
{
    /// <summary>Seals the signed text for a school or a district office; the order is the workflow's.</summary>
    /// <exception cref="RuleBroken">It isn't signed by both, the text has changed, or the seal isn't asked for.</exception>
    public void Seal(ContractStep office, string hash, Signer keeper, DateTime at)
    {
        Ensure(IsSignedByBoth, ContractRules.NotSigned);
        Ensure(_confirmations.Exists(c => c.IsSignature && c.Counts(TextNumber) && c.Hash == hash), ContractRules.TextChanged);
        EnsureAwaited(office, 0);
        _confirmations.Add(new(Id, office, TextNumber, hash, keeper, at));
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
        var given = _confirmations.Find(c => c.Step == office && c.SealId is not null && c.Counts(Amendment)) ?? throw new RuleBroken(ContractRules.NoSealToWithdraw);
        given.Withdraw($"{keeper.Name}: {reason.Trim()}", at);
        if (State == ContractState.Signed)
        {
            Reopen(at);
            return;
        }
        _asked.Add(new(Guid.CreateVersion7(), Id, office, 0, AskedBy.Office, at));
        Raise(new ContractStepAsked(Id, office, 0));
    }

    /// <summary>The seal that was taken back and not given anew; null where none is missing.</summary>
    public Confirmation? MissingSeal => _confirmations.Find(c => c.Amendment == Amendment && c.WithdrawnAt is not null && !_confirmations.Exists(given => given.Step == c.Step && given.Counts(Amendment)));

    /// <exception cref="RuleBroken">A seal is missing.</exception>
    public void EnsureSealed()
    {
        if (MissingSeal is { } missing)
            throw new RuleBroken(ContractRules.SealMissing, missing.SealName);
    }
}
