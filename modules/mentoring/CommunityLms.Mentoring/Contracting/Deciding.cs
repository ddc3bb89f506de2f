using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>What mentor and trainee do to come to one text, and to look back on a stage.</summary>
internal sealed class Deciding(MentoringDbContext db, ContractAccess access, TimeProvider clock) : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task Propose(Guid contractId, DecisionKind kind, string text, IReadOnlyList<StageGoal> stageGoals, CancellationToken cancel) =>
        AsSide(contractId, (contract, side) => contract.Propose(kind, side, text, stageGoals, Now), cancel);

    public Task Agree(Guid contractId, DecisionKind kind, int version, CancellationToken cancel) =>
        AsSide(contractId, (contract, side) => contract.Agree(kind, version, side, Now), cancel);

    public Task Discuss(Guid contractId, DecisionKind kind, string text, CancellationToken cancel) =>
        AsSide(contractId, (contract, side) => contract.Discuss(kind, side, text, Now), cancel);

    /// <exception cref="RuleBroken">It is under way, and its programme has no workflow for amendments; or an amendment is open already.</exception>
    public Task Amend(Guid contractId, CancellationToken cancel) => db.SaveOnLatest(async () =>
    {
        var (contract, _) = await access.AsSide(contractId, cancel);
        if (contract.State == ContractState.Active && !await db.Programmes.AnyAsync(p => p.Id == contract.ProgrammeId && p.AmendmentKey != null, cancel))
            throw new RuleBroken(ContractRules.NoAmendmentWorkflow);
        contract.Amend(Now);
    }, cancel);

    public Task GiveUpAmendment(Guid contractId, CancellationToken cancel) => AsSide(contractId, (contract, _) => contract.GiveUpAmendment(Now), cancel);

    public Task Review(Guid contractId, int stage, string review, CancellationToken cancel) =>
        AsSide(contractId, (contract, side) => contract.Review(stage, side, review, Now), cancel);

    public Task Conclude(Guid contractId, string conclusion, CancellationToken cancel) =>
        AsSide(contractId, (contract, side) => contract.Conclude(side, conclusion, Now), cancel);

    private Task AsSide(Guid contractId, Action<Contract, Side> act, CancellationToken cancel) => db.SaveOnLatest(async () =>
    {
        var (contract, side) = await access.AsSide(contractId, cancel);
        act(contract, side);
    }, cancel);
}
