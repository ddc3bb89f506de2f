using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

/// <summary>Changes what a unit is called and where it is.</summary>
internal sealed class ChangeUnit(InstitutesDbContext db, EditableUnits units, TimeProvider clock) : IScopedDependency
{
    public async Task Handle(Guid id, Guid stamp, UnitDetails details, CancellationToken cancel)
    {
        var unit = await units.Load(id, stamp, cancel);
        unit.Change(details, clock.Today());
        await units.EnsureCodeIsFree(unit, cancel);
        if (unit.Kind == UnitKind.Institute)
            (await db.Institutes.SingleAsync(i => i.Id == unit.TenantId, cancel)).Rename(unit.Name, unit.LatinName);
        await db.SaveChangesAsync(cancel);
    }
}
