using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Grants;

/// <summary>Answers what the signed-in person may do, from the grants that hold today.</summary>
internal sealed class Access(InstitutesDbContext db, IOrganisation organisation, InstitutesCache cache, ICurrentTenant tenant, ICurrentUser user, TimeProvider clock) : IAccess, IScopedDependency
{
    private const string HostPrefix = "Host.";

    public async Task<UnitScope> ScopeOf(string permission, CancellationToken cancel)
    {
        if (user.Actor is not { } actor || actor.TokenScope?.Contains(permission) == false)
            return UnitScope.Nothing;
        if (permission.StartsWith(HostPrefix, StringComparison.Ordinal))
            return actor.IsHostAdministrator ? UnitScope.All : UnitScope.Nothing;
        if (tenant.Id is not { } institute || actor.PersonId is not { } person)
            return UnitScope.Nothing;
        var scopes = await cache.Get(institute, ("access", person, actor.AccountId), () => Unfold(person, actor.AccountId, cancel));
        return scopes.GetValueOrDefault(permission, UnitScope.Nothing);
    }

    /// <summary>A sign-in outlives the connection with the person by some minutes, so that is looked at here.</summary>
    private async Task<Dictionary<string, UnitScope>> Unfold(Guid person, Guid account, CancellationToken cancel)
    {
        var today = clock.Today();
        var held = await (
            from grant in db.Grants
            where grant.PersonId == person && grant.From <= today && (grant.To == null || grant.To >= today)
            join holder in db.People on grant.PersonId equals holder.Id
            where holder.AccountId == account && holder.ArchivedOn == null
            join permission in db.RolePermissions on grant.RoleId equals permission.RoleId
            select new { permission.Permission, grant.UnitId }).ToListAsync(cancel);
        var tree = await organisation.Tree(cancel);
        return held.GroupBy(h => h.Permission).ToDictionary(g => g.Key, g => g.Any(h => h.UnitId == tree.Root?.Id)
            ? UnitScope.All
            : new UnitScope(Everything: false, g.SelectMany(h => tree.SubtreeOf(h.UnitId)).Select(u => u.Id).ToHashSet()));
    }
}
