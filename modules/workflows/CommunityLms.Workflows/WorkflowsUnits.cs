using CommunityLms.Institutes.Contracts;
using CommunityLms.Workflows.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows;

/// <summary>Units in which cases took place stay.</summary>
internal sealed class WorkflowsUnits(WorkflowsDbContext db) : IUnitReferences
{
    public async Task<IReadOnlyCollection<Guid>> ReferredTo(IReadOnlyCollection<Guid> units, CancellationToken cancel) =>
        await db.Cases.Where(c => units.Contains(c.UnitId)).Select(c => c.UnitId)
            .Union(db.WorkItems.Where(w => w.RoleUnitId != null && units.Contains(w.RoleUnitId.Value)).Select(w => w.RoleUnitId!.Value)).ToListAsync(cancel);
}
