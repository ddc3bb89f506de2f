using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Institutes.Organisation;

/// <summary>Takes a unit out of the picture. Employments in it stay as they are until somebody ends them; its seals are withdrawn.</summary>
internal sealed class ArchiveUnit(InstitutesDbContext db, EditableUnits units, OrganisationStore organisation, UnitSeals seals, TimeProvider clock) : IScopedDependency
{
    public async Task Handle(Guid id, Guid stamp, CancellationToken cancel)
    {
        var unit = await units.Load(id, stamp, cancel);
        unit.Archive(await organisation.Fresh(cancel), clock.Today());
        await seals.Withdraw(id, clock.Today(), cancel);
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>Brings an archived unit back.</summary>
internal sealed class RestoreUnit(InstitutesDbContext db, EditableUnits units, OrganisationStore organisation, TimeProvider clock) : IScopedDependency
{
    public async Task Handle(Guid id, Guid stamp, CancellationToken cancel)
    {
        var unit = await units.Load(id, stamp, cancel);
        unit.Restore(await organisation.Fresh(cancel), clock.Today());
        await db.SaveChangesAsync(cancel);
    }
}
