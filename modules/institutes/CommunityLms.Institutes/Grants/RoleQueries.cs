using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Grants;

/// <summary>A role in the list.</summary>
/// <param name="Description">The institute's own words; null where it has written none.</param>
/// <param name="Holders">People who have it today.</param>
internal sealed record RoleRow(Guid Id, LocalName Name, string? Description, string? BuiltIn, int Permissions, int Holders)
{
    public bool HoldsEverything => BuiltIn == UsualRoles.Administrator;

    /// <summary>What it is for (English, the key of its translations, for a role the institute started with).</summary>
    public string? Purpose => Description ?? (BuiltIn is { } key ? BuiltInRoles.Descriptions.GetValueOrDefault(key) : null);
}

/// <summary>A role as its form shows it.</summary>
/// <param name="Permissions">The names of those it holds; empty for the role that holds everything.</param>
internal sealed record RoleView(Guid Id, LocalName Name, string? Description, string? BuiltIn, bool HoldsEverything, IReadOnlyList<string> Permissions, Guid Stamp);

/// <summary>Reads the institute's roles; a role says nothing of people, so whoever may see grants or define roles may see all.</summary>
internal sealed class RoleQueries(InstitutesDbContext db, TimeProvider clock) : IScopedDependency
{
    public async Task<IReadOnlyList<RoleRow>> All(CancellationToken cancel)
    {
        var today = clock.Today();
        return await db.Roles.OrderBy(r => r.Id).Select(r => new RoleRow(r.Id, new(r.Name, r.LatinName), r.Description, r.BuiltIn, r.Permissions.Count,
            db.Grants.Where(g => g.RoleId == r.Id && g.From <= today && (g.To == null || g.To >= today)).Select(g => g.PersonId).Distinct().Count())).ToListAsync(cancel);
    }

    /// <exception cref="RecordMissing">There is no such role in this institute.</exception>
    public async Task<RoleView> Find(Guid roleId, CancellationToken cancel) =>
        await db.Roles.Where(r => r.Id == roleId).Select(r => new RoleView(r.Id, new(r.Name, r.LatinName), r.Description, r.BuiltIn, r.BuiltIn == UsualRoles.Administrator,
            r.Permissions.Select(p => p.Permission).ToList(), r.ConcurrencyStamp)).SingleOrDefaultAsync(cancel) ?? throw new RecordMissing("role");
}
