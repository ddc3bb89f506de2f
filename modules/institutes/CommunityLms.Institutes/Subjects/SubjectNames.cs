using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Subjects;

/// <summary>The institute's subjects by id; a handful, asked for by every list.</summary>
internal sealed class SubjectNames(InstitutesDbContext db, InstitutesCache cache, ICurrentTenant tenant) : IScopedDependency
{
    public Task<Dictionary<Guid, SubjectInfo>> Known(CancellationToken cancel) => cache.Get(tenant.Id ?? Guid.Empty, nameof(SubjectNames),
        () => db.Subjects.Select(s => new SubjectInfo(s.Id, s.Code, new(s.Name, s.LatinName), s.ArchivedOn == null)).ToDictionaryAsync(s => s.Id, cancel));

    public async Task<Dictionary<Guid, LocalName>> All(CancellationToken cancel) => (await Known(cancel)).ToDictionary(s => s.Key, s => s.Value.Name);
}
