using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Seals;

/// <summary>Answers other modules who may seal, from what is entrusted today; never from a cache, for a seal binds an office.</summary>
internal sealed class SealStore(InstitutesDbContext db, IOrganisation organisation, SealRenewers renewers, TimeProvider clock) : ISeals, IScopedDependency
{
    /// <summary>For how long somebody is told why a seal they kept can't be used, in days.</summary>
    private const int ToldFor = 90;

    public async Task<IReadOnlyList<SealInfo>> KeptBy(Guid personId, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        return [.. (await Kept(personId, cancel)).Where(k => IsUsable(k, tree)).Select(k => k.Seal).OrderBy(s => tree.Find(s.UnitId)!.Name.ToString(), StringComparer.CurrentCulture)];
    }

    public async Task<SealInfo?> UsableBy(Guid personId, Guid unitId, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        return (await Kept(personId, cancel)).FirstOrDefault(k => k.Seal.UnitId == unitId && IsUsable(k, tree))?.Seal;
    }

    public async Task<SealInfo?> Find(Guid sealId, CancellationToken cancel) =>
        await db.Seals.Where(s => s.Id == sealId).Select(s => new SealInfo(s.Id, s.UnitId, s.Name, s.ImageId, s.ValidUntil)).SingleOrDefaultAsync(cancel);

    public async Task<IReadOnlyList<EndedSeal>> EndedFor(Guid personId, CancellationToken cancel)
    {
        var (tree, today) = (await organisation.Tree(cancel), clock.Today());
        var ended = new List<EndedSeal>();
        // Few: the seals one person kept in the last months.
        foreach (var kept in (await Kept(personId, cancel)).Where(k => k.Seal.LastDay < today && k.Seal.LastDay >= today.AddDays(-ToldFor) && tree.Find(k.Seal.UnitId) is { IsArchived: false }))
            ended.Add(new(kept.Seal, kept.SealUntil == kept.Seal.LastDay, [.. (await renewers.Of(kept.Seal.UnitId, cancel)).Where(p => p.Id != personId).Select(p => p.Name)]));
        return ended;
    }

    public async Task<IReadOnlyList<Guid>> KeepersOf(Guid unitId, CancellationToken cancel)
    {
        var today = clock.Today();
        return await db.Seals.Where(s => s.UnitId == unitId && s.WithdrawnOn == null && (s.ValidUntil == null || s.ValidUntil >= today))
            .SelectMany(s => s.Keepers).Where(k => k.From <= today && (k.To == null || k.To >= today)).Select(k => k.PersonId).Distinct().ToListAsync(cancel);
    }

    private bool IsUsable(KeptSeal kept, OrganisationTree tree) => !(kept.Seal.LastDay < clock.Today()) && tree.Find(kept.Seal.UnitId) is { IsArchived: false };

    /// <summary>The valid and expired seals that have been entrusted to a person, each with the last day of their present or last time.</summary>
    private async Task<IReadOnlyList<KeptSeal>> Kept(Guid personId, CancellationToken cancel)
    {
        var today = clock.Today();
        var seals = await db.Seals.Where(s => s.WithdrawnOn == null && s.Keepers.Any(k => k.PersonId == personId) && db.People.Any(p => p.Id == personId && p.ArchivedOn == null)).OrderBy(s => s.Id)
            .Select(s => new { s.Id, s.UnitId, s.Name, s.ImageId, s.ValidUntil, Times = s.Keepers.Where(k => k.PersonId == personId && k.From <= today && (k.To == null || k.To >= k.From)).Select(k => k.To).ToList() }).ToListAsync(cancel);
        return [.. from seal in seals
                   where seal.Times.Count > 0
                   let own = seal.Times.Contains(null) ? null : seal.Times.Max()
                   let last = own is null || seal.ValidUntil < own ? seal.ValidUntil : own
                   select new KeptSeal(new(seal.Id, seal.UnitId, seal.Name, seal.ImageId, last), seal.ValidUntil)];
    }

    /// <param name="Seal">With the last day on which the person may or could use it.</param>
    /// <param name="SealUntil">The last day of the seal itself.</param>
    private sealed record KeptSeal(SealInfo Seal, DateOnly? SealUntil);
}
