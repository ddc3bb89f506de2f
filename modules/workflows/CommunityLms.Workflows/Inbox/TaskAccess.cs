using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Inbox;

/// <summary>A task in the hands of somebody who may do it, with its case.</summary>
/// <param name="ById">Who acts.</param>
/// <param name="ForId">In whose name: the same, or whoever is away.</param>
internal sealed record HeldTask(WorkItem Item, Case Running, Guid ById, Guid ForId);

/// <summary>Loads tasks for those who may do them; for everybody else they don't exist.</summary>
internal sealed class TaskAccess(WorkflowsDbContext db, InboxReach reach, IPeople people) : IScopedDependency
{
    /// <exception cref="RecordMissing">There is no such task for whoever is signed in.</exception>
    /// <exception cref="RuleBroken">Another of the group has taken it, or it is closed.</exception>
    public async Task<HeldTask> Load(Guid workItemId, CancellationToken cancel)
    {
        var found = await db.WorkItems.Where(w => w.Id == workItemId).Join(db.Cases, w => w.CaseId, c => c.Id, (w, c) => new { Item = w, Running = c }).SingleOrDefaultAsync(cancel) ?? throw new RecordMissing("task");
        var item = found.Item;
        var mine = await reach.Mine(cancel);
        var held = mine.For(item);
        if (held is null && !mine.IsOfGroup(item) && item.DoneById != mine.PersonId && item.OwnerId != mine.PersonId)
            throw new RecordMissing("task");
        item.EnsureOpen();
        if (item.OwnerId == mine.PersonId)
            throw new RuleBroken(WorkRules.DelegatedAlready);
        return new(item, found.Running, mine.PersonId, held ?? throw new RuleBroken(WorkRules.TakenByOther));
    }

    /// <summary>Somebody a task or a copy may be given to.</summary>
    /// <exception cref="RuleBroken">The institute has no such person, or they have left.</exception>
    public async Task<PersonInfo> Colleague(Guid personId, CancellationToken cancel) =>
        (await people.Find([personId], cancel)).GetValueOrDefault(personId) is { HasLeft: false } person ? person : throw new RuleBroken(WorkRules.NoSuchPerson);
}
