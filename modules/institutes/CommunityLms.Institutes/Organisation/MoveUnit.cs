using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Institutes.Organisation;

/// <summary>Moves a unit with everything below it; needs the permission to edit both the unit and its new parent.</summary>
internal sealed class MoveUnit(InstitutesDbContext db, EditableUnits units, OrganisationStore organisation, TimeProvider clock) : IScopedDependency
{
    public async Task Handle(Guid id, Guid stamp, Guid parentId, CancellationToken cancel)
    {
        var unit = await units.Load(id, stamp, cancel);
        var parent = await units.Load(parentId, cancel);
        var tree = await organisation.Fresh(cancel);
        unit.MoveBelow(tree.Find(parent.Id) ?? throw new RecordMissing("unit"), tree, clock.Today());
        await db.SaveChangesAsync(cancel);
    }
}
