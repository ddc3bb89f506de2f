using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Engine.Bpmn;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Inbox;

/// <summary>A task in somebody's inbox.</summary>
/// <param name="CaseTitle">What it is about.</param>
/// <param name="StartedBy">From whom.</param>
/// <param name="Why">Why it is here.</param>
/// <param name="For">Who is away, where the reader stands in for somebody.</param>
/// <param name="AllowsBulk">It may be approved together with others.</param>
internal sealed record InboxRow(Guid Id, string Name, Guid CaseId, string CaseTitle, string StartedBy, DateTime OpenedAt, DateOnly? DueOn, bool IsOverdue, InboxReason Why, PersonName? For, bool HasDraft, bool AllowsBulk);

internal enum InboxReason
{
    Assigned,

    /// <summary>Of a role; nobody has taken it.</summary>
    Group,

    /// <summary>Somebody asked the reader to work on it; it goes back to them.</summary>
    Delegated,
    Deputy,
}

/// <summary>A task somebody has done.</summary>
/// <param name="CanTakeBack">Nobody has acted after it.</param>
internal sealed record DoneRow(Guid Id, string Name, Guid CaseId, string CaseTitle, string StartedBy, DateTime DoneAt, bool CanTakeBack);

/// <summary>What waits for whoever is signed in.</summary>
internal sealed class InboxQueries(WorkflowsDbContext db, InboxReach reach, SendingBack back, Graphs graphs, IPeople people, TimeProvider clock) : IScopedDependency
{
    /// <summary>The most overdue first, what has no date last.</summary>
    public async Task<Page<InboxRow>> Open(PageRequest page, CancellationToken cancel)
    {
        var (mine, today) = (await reach.Mine(cancel), clock.Today());
        var keys = mine.Recipients.Keys.ToArray();
        // Joined, not asked for row by row: a subquery of several columns would number all cases first.
        var found = await db.WorkItems.Where(w => w.State == WorkState.Open && keys.Contains(w.Recipient)).Join(db.Cases, w => w.CaseId, c => c.Id, (w, c) => new { Item = w, Case = c })
            .ToPage(t => t.Item.SortDue, t => t.Item.Id, t => new
            {
                t.Item.Id, t.Item.Name, t.Item.CaseId, t.Item.PersonId, t.Item.OwnerId, t.Item.Recipient, t.Item.OpenedAt, t.Item.DueOn, t.Item.NodeId, HasDraft = t.Item.Draft != null,
                t.Case.Title, t.Case.StartedBy, t.Case.VersionId,
            }, page, cancel);
        var away = await people.Find([.. found.Items.Select(w => mine.Recipients[w.Recipient]).Where(p => p != mine.PersonId).Distinct()], cancel);
        var drawings = new Dictionary<Guid, ProcessGraph>();
        foreach (var version in found.Items.Select(w => w.VersionId).Distinct())
            drawings[version] = await graphs.Of(version, cancel);
        return new([.. found.Items.Select(w =>
        {
            var onBehalfOf = away.GetValueOrDefault(mine.Recipients[w.Recipient])?.Name;
            var why = onBehalfOf is not null ? InboxReason.Deputy : w.OwnerId is not null ? InboxReason.Delegated : w.PersonId is null ? InboxReason.Group : InboxReason.Assigned;
            return new InboxRow(w.Id, w.Name, w.CaseId, w.Title, w.StartedBy, w.OpenedAt, w.DueOn, w.DueOn < today, why, onBehalfOf, w.HasDraft, TaskProperties.AllowsBulk(drawings[w.VersionId].Find(w.NodeId)));
        })], found.Next);
    }

    public async Task<int> Count(CancellationToken cancel)
    {
        var keys = (await reach.Mine(cancel)).Recipients.Keys.ToArray();
        return await db.WorkItems.CountAsync(w => w.State == WorkState.Open && keys.Contains(w.Recipient), cancel);
    }

    /// <summary>What whoever is signed in has done, the last first.</summary>
    public async Task<Page<DoneRow>> Done(PageRequest page, CancellationToken cancel)
    {
        var me = (await reach.Mine(cancel)).PersonId;
        var takeable = back.Takeable;
        return await db.WorkItems.Where(w => w.DoneById == me && w.State == WorkState.Done).ToPage(w => w.ClosedAt!.Value, w => w.Id, w => new DoneRow(w.Id, w.Name, w.CaseId,
            db.Cases.Where(c => c.Id == w.CaseId).Select(c => c.Title).First(), db.Cases.Where(c => c.Id == w.CaseId).Select(c => c.StartedBy).First(), w.ClosedAt!.Value, takeable.Any(t => t.Id == w.Id)), page, cancel, descending: true);
    }
}
