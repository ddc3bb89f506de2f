using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

/// <summary>
/// Merges a unit into another of its kind, today, in one transaction. The units below it move. Whoever works in it ends there yesterday and
/// begins in the other today on the same terms, so that the past stays true (<see cref="Person.Transfer"/>). Its seals are withdrawn,
/// because a seal speaks for one unit. Its grants stay on it: nobody gains authority over a larger unit by a merger; a grant on the other
/// unit is given anew. Needs the permission to edit both.
/// </summary>
internal sealed class MergeUnits(InstitutesDbContext db, EditableUnits units, OrganisationStore organisation, UnitSeals seals, TimeProvider clock) : IScopedDependency
{
    public async Task Handle(Guid id, Guid stamp, Guid intoId, CancellationToken cancel)
    {
        var unit = await units.Load(id, stamp, cancel);
        var into = await units.Load(intoId, cancel);
        var today = clock.Today();
        var children = await db.Units.Where(u => u.ParentId == id && u.ArchivedOn == null).ToListAsync(cancel);
        unit.MergeInto(into, children, await organisation.Fresh(cancel), today);
        var people = await db.People.Include(p => p.Employments).Where(p => p.Employments.Any(e => e.UnitId == id && (e.To == null || e.To >= today))).ToListAsync(cancel);
        foreach (var person in people)
            person.Transfer(id, intoId, today);
        await seals.Withdraw(id, today, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
