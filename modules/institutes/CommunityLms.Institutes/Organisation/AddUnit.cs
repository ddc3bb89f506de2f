using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Institutes.Organisation;

/// <summary>Adds a unit below another one; needs the permission to edit that one.</summary>
internal sealed class AddUnit(InstitutesDbContext db, EditableUnits units, TimeProvider clock) : IScopedDependency
{
    public async Task<Guid> Handle(Guid parentId, UnitKind kind, UnitDetails details, CancellationToken cancel)
    {
        var unit = new Unit(kind, details, await units.Load(parentId, cancel), clock.Today());
        await units.EnsureCodeIsFree(unit, cancel);
        db.Add(unit);
        await db.SaveChangesAsync(cancel);
        return unit.Id;
    }
}
