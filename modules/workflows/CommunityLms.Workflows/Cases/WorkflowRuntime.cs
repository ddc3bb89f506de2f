using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Messages;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Cases;

/// <summary>What other modules see of workflows.</summary>
internal sealed class WorkflowRuntime(WorkflowsDbContext db, CaseRunner runner, CaseStarting starting, MessagePost messages) : IWorkflowRuntime, IScopedDependency
{
    public Task<Guid> Start(StartCase request, CancellationToken cancel) => starting.Start(request, new(runner.Actor.Name, runner.Actor.PersonId), cancel);

    public Task Send(CaseMessage message, CancellationToken cancel) => runner.Commit(async () =>
    {
        if (!await db.Messages.AnyAsync(m => m.Id == message.MessageId, cancel))
            messages.Post(message, runner.Now.UtcDateTime);
    }, cancel);

    public Task Cancel(Guid caseId, string reason, CancellationToken cancel) => runner.Commit(async () => await runner.TryHappen(await runner.Load(caseId, cancel), new CaseCancelled(runner.Now), cancel, reason), cancel);

    public Task<CaseInfo?> Find(Guid caseId, CancellationToken cancel) => Only(db.Cases.Where(c => c.Id == caseId), cancel);

    public Task<CaseInfo?> FindRunning(string definitionKey, string businessKey, CancellationToken cancel) =>
        Only(db.Cases.Where(c => c.DefinitionKey == definitionKey && c.BusinessKey == businessKey && c.Outcome == CaseOutcome.Running), cancel);

    private static Task<CaseInfo?> Only(IQueryable<Case> found, CancellationToken cancel) =>
        found.Select(c => new CaseInfo(c.Id, c.DefinitionKey, c.Version, c.UnitId, c.Title, c.BusinessKey, c.Outcome)).SingleOrDefaultAsync(cancel);
}
