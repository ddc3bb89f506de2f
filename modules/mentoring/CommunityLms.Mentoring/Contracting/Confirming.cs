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

    /// <exception cref="RuleBroken">The password is wrong, it isn't asked for, or the seal isn't theirs to give.</exception>
    public async Task Seal(Guid contractId, ContractStep office, string hash, string? password, CancellationToken cancel)
    {
        await EnsureSelf(password, cancel);
        await AsKeeper(contractId, office, (contract, keeper) => contract.Seal(office, hash, keeper, Now), cancel);
    }

    public Task ReturnToSides(Guid contractId, ContractStep office, string reason, CancellationToken cancel) =>
        AsKeeper(contractId, office, (contract, keeper) => contract.ReturnToSides(office, reason, keeper, Now), cancel);

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
