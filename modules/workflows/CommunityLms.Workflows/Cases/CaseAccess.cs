using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Inbox;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Cases;

/// <summary>
/// Who may see a case: those with the permission where it takes place, whoever started it, those who have or had a task of it, and those it was
/// shown to. For everybody else it doesn't exist.
/// </summary>
internal sealed class CaseAccess(WorkflowsDbContext db, IAccess access, InboxReach reach, CaseRunner runner) : IScopedDependency
{
    public async Task<IQueryable<Case>> Visible(CancellationToken cancel)
    {
        var scope = await access.ScopeOf(WorkflowsPermissions.Cases.View, cancel);
        if (scope.Everything || runner.Actor.PersonId is not { } me)
            return db.Cases.Within(scope, c => c.UnitId);
        var units = scope.UnitIds.ToArray();
        var keys = (await reach.Of(me, cancel)).Recipients.Keys.ToArray();
        return db.Cases.Where(c => units.Contains(c.UnitId) || c.StarterId == me
            || db.WorkItems.Any(w => w.CaseId == c.Id && (w.DoneById == me || w.OwnerId == me || (w.State == WorkState.Open && keys.Contains(w.Recipient))))
            || db.Copies.Any(o => o.CaseId == c.Id && o.PersonId == me));
    }

    /// <exception cref="RecordMissing">There is no such case for whoever is signed in.</exception>
    public async Task<Case> See(Guid caseId, CancellationToken cancel) =>
        await (await Visible(cancel)).AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancel) ?? throw new RecordMissing("case");
}
