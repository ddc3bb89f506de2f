using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

/// <summary>Deletes a unit that was added by mistake: one that nothing has ever referred to, here or in another module.</summary>
internal sealed class DeleteUnit(InstitutesDbContext db, EditableUnits units, ForeignReferences references) : IScopedDependency
{
    /// <exception cref="RuleBroken">Something refers to it, or it is the institute.</exception>
    public async Task Handle(Guid id, Guid stamp, CancellationToken cancel)
    {
        var unit = await units.Load(id, stamp, cancel);
        if (unit.ParentId is null)
            throw new RuleBroken(UnitRules.OneInstituteAtTheTop);
        if (await IsReferredTo(id, cancel))
            throw new RuleBroken(UnitRules.ReferredTo, unit.LocalName);
        db.Remove(unit);
        await db.SaveChangesAsync(cancel);
    }

    public async Task<bool> IsReferredTo(Guid id, CancellationToken cancel) =>
        await db.Units.AnyAsync(u => u.Id == id && (
            u.History.Any(c => c.Kind != UnitChangeKind.Founded)
            || db.Units.Any(other => other.ParentId == id || other.MergedIntoId == id)
            || db.Employments.Any(e => e.UnitId == id)
            || db.Grants.Any(g => g.UnitId == id)
            || db.Seals.Any(s => s.UnitId == id)), cancel)
        || (await references.To([id], cancel)).Count > 0;
}
