using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

/// <summary>Reads the whole tree once and keeps it: some thousand units at the most, asked for by every page.</summary>
internal sealed class OrganisationStore(InstitutesDbContext db, InstitutesCache cache, ICurrentTenant tenant) : IOrganisation, IScopedDependency
{
    public Task<OrganisationTree> Tree(CancellationToken cancel) => tenant.Id is { } institute
        ? cache.Get(institute, nameof(OrganisationTree), () => Fresh(cancel))
        : Task.FromResult(new OrganisationTree([]));

    /// <summary>The tree as it is stored this moment, for a rule that another node's change must not slip past.</summary>
    public async Task<OrganisationTree> Fresh(CancellationToken cancel) => new(await db.Units
        .Select(u => new UnitInfo(u.Id, u.ParentId, u.Kind, u.Setting, u.Code, new(u.Name, u.LatinName), u.ArchivedOn != null)).ToListAsync(cancel));
}
