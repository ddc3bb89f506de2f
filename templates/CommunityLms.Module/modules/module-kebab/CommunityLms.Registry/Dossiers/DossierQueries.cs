using CommunityLms.Kernel.Modularity;
using CommunityLms.Registry.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Registry.Dossiers;

internal sealed class DossierQueries(RegistryDbContext db) : IScopedDependency
{
    private const int Shown = 50;

    /// <summary>The titles of the newest, newest first.</summary>
    public async Task<IReadOnlyList<string>> Newest(CancellationToken cancel) =>
        await db.Dossiers.OrderByDescending(d => d.Id).Take(Shown).Select(d => d.Title).ToListAsync(cancel);
}
