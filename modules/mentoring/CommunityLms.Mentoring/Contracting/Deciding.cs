using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Contracting;

/// <summary>What mentor and trainee do to come to one text, and to look back on a stage.</summary>
internal sealed class Deciding(MentoringDbContext db, ContractAccess access, TimeProvider clock) : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task Propose(Guid contractId, DecisionKind kind, string text, IReadOnlyList<StageGoal> stageGoals, CancellationToken cancel) =>
        AsSide(contractId, (contract, side) => contract.Propose(kind, side, text, stageGoals, Now), cancel);

    public Task Agree(Guid contractId, DecisionKind kind, int version, CancellationToken cancel) =>
        AsSide(contractId, (contract, side) => contract.Agree(kind, version, side, Now), cancel);

    public Task Amend(Guid contractId, CancellationToken cancel) => AsSide(contractId, (contract, _) => contract.Amend(Now), cancel);

    public Task Review(Guid contractId, int stage, string review, CancellationToken cancel) =>
        AsSide(contractId, (contract, side) => contract.Review(stage, side, review, Now), cancel);

    private Task AsSide(Guid contractId, Action<Contract, Side> act, CancellationToken cancel) => db.SaveOnLatest(async () =>
    {
        var (contract, side) = await access.AsSide(contractId, cancel);
        act(contract, side);
    }, cancel);
}
