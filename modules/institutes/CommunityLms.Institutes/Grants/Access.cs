using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Grants;

/// <summary>Answers what the signed-in person may do, from the grants that hold today.</summary>
internal sealed class Access(InstitutesDbContext db, IOrganisation organisation, PermissionCatalog catalog, InstitutesCache cache, ICurrentTenant tenant, ICurrentUser user, TimeProvider clock) : IAccess, IScopedDependency
{
    public async Task<UnitScope> ScopeOf(string permission, CancellationToken cancel)
    {
        if (user.Actor is not { } actor || actor.TokenScope?.Contains(permission) == false)
            return UnitScope.Nothing;
        if (permission.StartsWith(PermissionCatalog.HostPrefix, StringComparison.Ordinal))
            return actor.IsHostAdministrator ? UnitScope.All : UnitScope.Nothing;
        if (tenant.Id is not { } institute || actor.PersonId is not { } person)
            return UnitScope.Nothing;
        // The day is part of the key: what ends today is gone with the first question of tomorrow.
        var today = clock.Today();
        var scopes = await cache.Get(institute, ("access", person, actor.AccountId, today), () => Unfold(person, actor.AccountId, today, cancel));
        return scopes.GetValueOrDefault(permission, UnitScope.Nothing);
    }

    /// <summary>A sign-in outlives the connection with the person by some minutes, so that is looked at here.</summary>
    private async Task<Dictionary<string, UnitScope>> Unfold(Guid person, Guid account, DateOnly today, CancellationToken cancel)
    {
        var grants = await (
            from grant in db.Grants
            where grant.PersonId == person && grant.From <= today && (grant.To == null || grant.To >= today)
            where db.People.Any(p => p.Id == person && p.AccountId == account && p.ArchivedOn == null)
            join role in db.Roles on grant.RoleId equals role.Id
            select new { grant.UnitId, Everything = role.BuiltIn == UsualRoles.Administrator, Permissions = role.Permissions.Select(p => p.Permission).ToList() }).ToListAsync(cancel);
        var tree = await organisation.Tree(cancel);
        return grants.SelectMany(g => (g.Everything ? catalog.Names : g.Permissions).Select(p => (Permission: p, g.UnitId)))
            .GroupBy(h => h.Permission, h => h.UnitId)
            .ToDictionary(g => g.Key, g => g.Any(unit => unit == tree.Root?.Id)
                ? UnitScope.All
                : new UnitScope(Everything: false, g.Distinct().SelectMany(tree.SubtreeOf).Select(u => u.Id).ToHashSet()));
    }
}
