using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Engine.Feel.Values;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Inbox;

/// <summary>A step a case may go back to.</summary>
internal sealed record EarlierStep(string NodeId, string Name);

internal sealed record DoneTask(Guid Id, string Name);

/// <summary>Approval habits that move tokens: send back (驳回), ask one more (加签), take back what one has just done (撤回). The drawing allows the first two, task by task.</summary>
internal sealed class SendingBack(WorkflowsDbContext db, TaskAccess access, CaseRunner runner, Graphs graphs) : IScopedDependency
{
    /// <summary>The tasks the case has been at, without this one, in the order of the drawing.</summary>
    public async Task<IReadOnlyList<EarlierStep>> Targets(Guid workItemId, CancellationToken cancel)
    {
        var (item, running, _, _) = await access.Load(workItemId, cancel);
        return await Targets(item, running, cancel);
    }

    /// <param name="comesBack">Whether it returns straight to this task once the earlier one is done again.</param>
    /// <exception cref="RuleBroken">The drawing doesn't allow it, the case hasn't been there, or no reason is given.</exception>
    public Task SendBack(Guid workItemId, string targetNodeId, bool comesBack, string reason, CancellationToken cancel) => runner.Commit(async () =>
    {
        var (item, running, by, _) = await access.Load(workItemId, cancel);
        if (!await Says(running, item, TaskProperties.SendBack, cancel))
            throw new RuleBroken(WorkRules.NoSendingBack);
        if ((await Targets(item, running, cancel)).All(t => t.NodeId != targetNodeId))
            throw new RuleBroken(WorkRules.NotVisited);
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleBroken(CaseRules.ReasonNeeded);
        var at = runner.Now;
        item.Done(by, at.UtcDateTime);
        await runner.Happen(running, new SentBack(at, item.Instance, targetNodeId, comesBack), cancel, reason.Trim());
    }, cancel);

    /// <summary>One more is asked, beside or after the others as the drawing has them.</summary>
    /// <exception cref="RuleBroken">The drawing doesn't allow it, or that person is asked already.</exception>
    public Task AddApprover(Guid workItemId, Guid personId, CancellationToken cancel) => runner.Commit(async () =>
    {
        var (item, running, _, _) = await access.Load(workItemId, cancel);
        if (!await Says(running, item, TaskProperties.AddApprover, cancel))
            throw new RuleBroken(WorkRules.NoMoreApprovers);
        var added = await access.Colleague(personId, cancel);
        if (await db.WorkItems.AnyAsync(w => w.CaseId == item.CaseId && w.NodeId == item.NodeId && w.State == WorkState.Open && w.PersonId == personId, cancel))
            throw new RuleBroken(WorkRules.AskedAlready);
        await runner.Happen(running, new InstanceAdded(runner.Now, item.Instance, FeelValue.Of(added.Id.ToString())), cancel, added.Name.Written);
    }, cancel);

    /// <summary>The tasks after which nobody has acted. What came of one was opened in the very moment it was done; anything else means that the case has gone on.</summary>
    public IQueryable<WorkItem> Takeable => db.WorkItems.Where(w => w.State == WorkState.Done
        && db.Cases.Any(c => c.Id == w.CaseId && c.Outcome == CaseOutcome.Running && c.MovedAt == w.ClosedAt)
        && db.WorkItems.Any(n => n.CaseId == w.CaseId && n.State == WorkState.Open && n.OpenedAt == w.ClosedAt)
        && !db.WorkItems.Any(n => n.CaseId == w.CaseId && n.State == WorkState.Open && n.OpenedAt == w.ClosedAt && n.Role != null && n.PersonId != null));

    /// <summary>What whoever is signed in may take back of a case; null where there is nothing.</summary>
    public async Task<DoneTask?> MayTakeBack(Guid caseId, CancellationToken cancel)
    {
        var me = runner.Actor.PersonId;
        return await Takeable.Where(w => w.CaseId == caseId && w.DoneById == me).Select(w => new DoneTask(w.Id, w.Name)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Takes back a task one has done, while nobody has acted after that: what was opened since is withdrawn, and the task is open again.</summary>
    /// <exception cref="RecordMissing">The task wasn't done by whoever is signed in.</exception>
    /// <exception cref="RuleBroken">Somebody has acted since, or the case has ended.</exception>
    public Task TakeBack(Guid workItemId, CancellationToken cancel) => runner.Commit(async () =>
    {
        var me = runner.Actor.PersonId;
        var item = await db.WorkItems.SingleOrDefaultAsync(w => w.Id == workItemId && w.State == WorkState.Done && w.DoneById == me, cancel) ?? throw new RecordMissing("task");
        var running = await runner.Load(item.CaseId, cancel);
        if (running.Outcome != CaseOutcome.Running)
            throw new RuleBroken(CaseRules.NotRunning);
        if (!await Takeable.AnyAsync(w => w.Id == item.Id, cancel))
            throw new RuleBroken(WorkRules.GoneOn);
        var next = await db.WorkItems.Where(w => w.CaseId == running.Id && w.State == WorkState.Open && w.OpenedAt == item.ClosedAt).OrderBy(w => w.Id).FirstAsync(cancel);
        await runner.Happen(running, new SentBack(runner.Now, next.Instance, item.NodeId, ComesBack: false), cancel);
    }, cancel);

    private async Task<IReadOnlyList<EarlierStep>> Targets(WorkItem item, Case running, CancellationToken cancel)
    {
        var done = await db.WorkItems.Where(w => w.CaseId == item.CaseId && w.State == WorkState.Done && w.NodeId != item.NodeId).Select(w => w.NodeId).Distinct().ToListAsync(cancel);
        var graph = await graphs.Of(running.VersionId, cancel);
        return [.. graph.Nodes.Where(n => done.Contains(n.Id)).Select(n => new EarlierStep(n.Id, n.Name))];
    }

    private async Task<bool> Says(Case running, WorkItem item, string property, CancellationToken cancel) =>
        (await graphs.Of(running.VersionId, cancel))[item.NodeId] is UserTask task && task.Properties.GetValueOrDefault(property) == "true";
}
