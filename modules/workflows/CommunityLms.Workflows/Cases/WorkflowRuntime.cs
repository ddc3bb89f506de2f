using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Messages;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Cases;

/// <summary>What other modules see of workflows.</summary>
internal sealed class WorkflowRuntime(WorkflowsDbContext db, CaseRunner runner, CaseStarting starting, MessagePost messages, DueSignal signal) : IWorkflowRuntime, IScopedDependency
{
    public Task<Guid> Start(StartCase request, CancellationToken cancel) => starting.Start(request, new(runner.Actor.Name, runner.Actor.PersonId), cancel);

    public async Task Send(CaseMessage message, CancellationToken cancel)
    {
        if (await IsKnown(message, cancel))
            return;
        messages.Post(message, runner.Now.UtcDateTime);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // The same message in the same moment: the other one is taken.
            db.ChangeTracker.Clear();
            if (!await IsKnown(message, cancel))
                throw;
        }
        signal.WakeAll();
    }

    public Task<CaseInfo?> Find(Guid caseId, CancellationToken cancel) => db.Cases.Where(c => c.Id == caseId)
        .Select(c => new CaseInfo(c.Id, c.DefinitionKey, c.Version, c.UnitId, c.Title, c.BusinessKey, c.Outcome)).SingleOrDefaultAsync(cancel);

    private Task<bool> IsKnown(CaseMessage message, CancellationToken cancel) => db.Messages.AnyAsync(m => m.Id == message.MessageId, cancel);
}
