using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Seals;

/// <summary>Answers other modules who may seal, from what is entrusted today; never from a cache, for a seal binds an office.</summary>
internal sealed class SealStore(InstitutesDbContext db, IOrganisation organisation, TimeProvider clock) : ISeals, IScopedDependency
{
    public async Task<IReadOnlyList<SealInfo>> KeptBy(Guid personId, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        var kept = await Info(Usable(personId)).ToListAsync(cancel);
        return [.. kept.Where(s => tree.Find(s.UnitId) is { IsArchived: false }).OrderBy(s => tree.Find(s.UnitId)!.Name.ToString(), StringComparer.CurrentCulture)];
    }

    public async Task<SealInfo?> UsableBy(Guid personId, Guid unitId, CancellationToken cancel) =>
        (await organisation.Tree(cancel)).Find(unitId) is { IsArchived: false } ? await Info(Usable(personId).Where(s => s.UnitId == unitId)).FirstOrDefaultAsync(cancel) : null;

    public Task<SealInfo?> Find(Guid sealId, CancellationToken cancel) => Info(db.Seals.Where(s => s.Id == sealId)).SingleOrDefaultAsync(cancel)!;

    private IQueryable<Seal> Usable(Guid personId)
    {
        var today = clock.Today();
        return db.Seals.Where(s => s.WithdrawnOn == null && s.Keepers.Any(k => k.PersonId == personId && k.From <= today && (k.To == null || k.To >= today))
            && db.People.Any(p => p.Id == personId && p.ArchivedOn == null)).OrderBy(s => s.Id);
    }

    private static IQueryable<SealInfo> Info(IQueryable<Seal> seals) => seals.Select(s => new SealInfo(s.Id, s.UnitId, s.Name, s.ImageId));
}
