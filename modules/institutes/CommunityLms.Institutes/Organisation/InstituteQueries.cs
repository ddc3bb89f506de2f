using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

/// <summary>The institutes of the installation, for whoever looks after it: names and sizes, nothing of what is in them.</summary>
internal sealed class InstituteQueries(InstitutesDbContext db) : IScopedDependency
{
    public async Task<IReadOnlyList<InstituteRow>> All(CancellationToken cancel)
    {
        // The tenant filter is lifted for the numbers alone.
        var rows = await db.Institutes.OrderBy(i => i.Name).Select(i => new
        {
            i.Id, i.Name, i.LatinName,
            People = db.People.IgnoreQueryFilters(new[] { Filters.Tenant }).Count(p => p.TenantId == i.Id && p.ArchivedOn == null),
            Units = db.Units.IgnoreQueryFilters(new[] { Filters.Tenant }).Count(u => u.TenantId == i.Id && u.ArchivedOn == null),
        }).ToListAsync(cancel);
        return [.. rows.Select(r => new InstituteRow(r.Id, new(r.Name, r.LatinName), r.People, r.Units))];
    }

    public Task<RenameInstituteInput?> Find(Guid id, CancellationToken cancel) =>
        db.Institutes.Where(i => i.Id == id).Select(i => new RenameInstituteInput { Stamp = i.ConcurrencyStamp, Name = i.Name, LatinName = i.LatinName }).SingleOrDefaultAsync(cancel);
}

internal sealed record InstituteRow(Guid Id, LocalName Name, int People, int Units);
