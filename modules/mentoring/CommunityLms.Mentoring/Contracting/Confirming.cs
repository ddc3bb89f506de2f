using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Data;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>What is signed and sealed. Whoever signs or seals has just shown again who they are.</summary>
internal sealed class Confirming(MentoringDbContext db, ContractAccess access, IReconfirmation who, TimeProvider clock) : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="hash">Of the text that was read.</param>
    /// <exception cref="RuleBroken">The password is wrong, the text has changed, or it isn't asked for.</exception>
    public async Task Sign(Guid contractId, string hash, string? password, CancellationToken cancel)
    {
        await EnsureSelf(password, cancel);
        await db.SaveOnLatest(async () =>
        {
            var (contract, side) = await access.AsSide(contractId, cancel);
            contract.Sign(side, hash, access.Signer(), Now);
        }, cancel);
    }

    /// <param name="validUntil">The last day on which the seal counts; null where it holds as long as the contract.</param>
    /// <exception cref="RuleBroken">The password is wrong, it isn't asked for, the last day lies behind, or the seal isn't theirs to give.</exception>
    public async Task Seal(Guid contractId, ContractStep office, string hash, DateOnly? validUntil, string? password, CancellationToken cancel)
    {
        await EnsureSelf(password, cancel);
        await AsKeeper(contractId, office, (contract, keeper) => contract.Seal(office, hash, keeper, Now, validUntil), cancel);
    }

    public Task ReturnToSides(Guid contractId, ContractStep office, string reason, CancellationToken cancel) =>
        AsKeeper(contractId, office, (contract, keeper) => contract.ReturnToSides(office, reason, keeper, Now), cancel);

    /// <summary>Seals several at once: each as it stands now, with one word of who does it. What can't be sealed is left, with the reason.</summary>
    public async Task<IReadOnlyList<NotSealed>> SealAll(IReadOnlyList<SealChoice> chosen, DateOnly? validUntil, string? password, CancellationToken cancel)
    {
        await EnsureSelf(password, cancel);
        var left = new List<NotSealed>();
        await db.SaveOnLatest(async () =>
        {
            left.Clear();
            var kept = await access.Kept(cancel);
            var contracts = await db.LoadContracts([.. chosen.Select(c => c.ContractId).Distinct()], cancel);
            foreach (var (contract, office, hash) in chosen.Join(contracts, c => c.ContractId, c => c.Id, (c, found) => (found, c.Office, c.Hash)))
                try
                {
                    contract.Seal(office, hash, kept.For(contract, office), Now, validUntil);
                }
                catch (RuleBroken refused)
                {
                    left.Add(new(contract.Id, refused));
                }
        }, cancel);
        return left;
    }

    /// <exception cref="RuleBroken">There is no seal of this office on the text, or it isn't theirs to take back.</exception>
    public async Task WithdrawSeal(Guid contractId, ContractStep office, string reason, string? password, CancellationToken cancel)
    {
        await EnsureSelf(password, cancel);
        await AsKeeper(contractId, office, (contract, keeper) => contract.WithdrawSeal(office, reason, keeper, Now), cancel);
    }

    public Task ConfirmMidterm(Guid contractId, CancellationToken cancel) =>
        AsKeeper(contractId, ContractStep.Midterm, (contract, keeper) => contract.ConfirmMidterm(keeper, Now), cancel);

    private Task AsKeeper(Guid contractId, ContractStep office, Action<Contract, Signer> act, CancellationToken cancel) => db.SaveOnLatest(async () =>
    {
        var contract = await access.ToSee(contractId, cancel);
        act(contract, await access.Keeper(contract, office, cancel));
    }, cancel);

    private async Task EnsureSelf(string? password, CancellationToken cancel)
    {
        if (!await who.IsOwnPassword(password, cancel))
            throw new RuleBroken(ContractRules.PasswordIsWrong);
    }
}

/// <param name="Hash">Of the text that was read.</param>
internal sealed record SealChoice(Guid ContractId, ContractStep Office, string Hash);

/// <summary>A contract of several that was left without seal.</summary>
internal sealed record NotSealed(Guid ContractId, RuleBroken Reason);
