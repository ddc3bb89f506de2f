using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Grants;

/// <summary>Tells other modules who holds which role.</summary>
internal sealed class RoleHolding(InstitutesDbContext db, IOrganisation organisation, InstitutesCache cache, ICurrentTenant tenant, TimeProvider clock) : IRoles, IScopedDependency
{
    public async Task<IReadOnlyList<RoleInfo>> All(CancellationToken cancel) =>
        await db.Roles.OrderBy(r => r.Id).Select(r => new RoleInfo(r.BuiltIn ?? r.Name, new(r.Name, r.LatinName))).ToListAsync(cancel);

    public async Task<RoleHolders?> Holders(string role, Guid unitId, CancellationToken cancel)
    {
        var path = (await organisation.Tree(cancel)).PathOf(unitId).Select(u => u.Id).ToList();
        var today = clock.Today();
        var holders = await (
            from grant in db.Grants
            where path.Contains(grant.UnitId) && grant.From <= today && (grant.To == null || grant.To >= today)
            join held in db.Roles on grant.RoleId equals held.Id
            where (held.BuiltIn ?? held.Name) == role
            join person in db.People on grant.PersonId equals person.Id
            where person.ArchivedOn == null
            orderby person.SortName, person.Id
            select new { grant.UnitId, Person = new PersonInfo(person.Id, new(person.FamilyName, person.GivenName, person.LatinName), person.AccountId, HasLeft: false, person.StaffNumber) }).ToListAsync(cancel);
        return holders.GroupBy(h => h.UnitId, h => h.Person).OrderBy(g => path.IndexOf(g.Key)).Select(g => new RoleHolders(g.Key, [.. g.DistinctBy(p => p.Id)])).FirstOrDefault();
    }

    public async Task<IReadOnlyList<HeldRole>> HeldBy(Guid personId, CancellationToken cancel)
    {
        if (tenant.Id is not { } institute)
            return [];
        var today = clock.Today();
        // The day is part of the key: what ends today is gone with the first question of tomorrow.
        return await cache.Get(institute, ("roles", personId, today), async () => await (
            from grant in db.Grants
            where grant.PersonId == personId && grant.From <= today && (grant.To == null || grant.To >= today)
            join role in db.Roles on grant.RoleId equals role.Id
            select new HeldRole(role.BuiltIn ?? role.Name, grant.UnitId)).ToListAsync(cancel));
    }
}
