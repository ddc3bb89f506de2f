using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

/// <summary>Tells other modules which institutes there are.</summary>
internal sealed class InstituteList(InstitutesDbContext db) : IInstitutes, IScopedDependency
{
    public async Task<IReadOnlyList<Guid>> All(CancellationToken cancel) => await db.Institutes.OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(cancel);
}
