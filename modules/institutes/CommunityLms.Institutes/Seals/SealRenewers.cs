using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Seals;

/// <summary>Who looks after the seal of a unit.</summary>
internal sealed class SealRenewers(InstitutesDbContext db, IOrganisation organisation, TimeProvider clock) : IScopedDependency
{
    /// <returns>Those who may change seals there, by a grant on the unit or else on the nearest one above where somebody holds such a role.</returns>
    public async Task<IReadOnlyList<PersonInfo>> Of(Guid unitId, CancellationToken cancel)
    {
        var path = (await organisation.Tree(cancel)).PathOf(unitId).Select(u => u.Id).ToList();
        var today = clock.Today();
        var found = await (
            from grant in db.Grants
            where path.Contains(grant.UnitId) && grant.From <= today && (grant.To == null || grant.To >= today)
            join role in db.Roles on grant.RoleId equals role.Id
            where role.BuiltIn == UsualRoles.Administrator || role.Permissions.Any(p => p.Permission == InstitutesPermissions.Seals.Edit)
            join person in db.People on grant.PersonId equals person.Id
            where person.ArchivedOn == null
            orderby person.SortName, person.Id
            select new { grant.UnitId, Person = new PersonInfo(person.Id, new(person.FamilyName, person.GivenName, person.LatinName), person.AccountId, HasLeft: false, person.StaffNumber) }).ToListAsync(cancel);
        return [.. found.GroupBy(f => f.UnitId, f => f.Person).OrderBy(g => path.IndexOf(g.Key)).FirstOrDefault()?.DistinctBy(p => p.Id) ?? []];
    }
}
