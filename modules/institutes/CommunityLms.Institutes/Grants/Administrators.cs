using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Grants;

/// <summary>Somebody who can sign in is always administrator of the whole institute, without an end.</summary>
internal sealed class Administrators(InstitutesDbContext db, IOrganisation organisation, TimeProvider clock) : IScopedDependency
{
    /// <summary>
    /// Call before a grant gets an end. The one who stays is saved along, so that two administrators who take the role from each other
    /// at the same moment can't both succeed.
    /// </summary>
    /// <exception cref="RuleBroken">It is the last.</exception>
    public async Task RequireAnother(Grant ending, CancellationToken cancel)
    {
        var root = (await organisation.Tree(cancel)).Root!.Id;
        if (ending.UnitId != root || !await db.Roles.AnyAsync(r => r.Id == ending.RoleId && r.BuiltIn == BuiltInRoles.Administrator, cancel))
            return;
        var today = clock.Today();
        var stays = await (
            from grant in db.Grants
            where grant.Id != ending.Id && grant.RoleId == ending.RoleId && grant.UnitId == root && grant.From <= today && grant.To == null
            join person in db.People on grant.PersonId equals person.Id
            where person.ArchivedOn == null && person.AccountId != null
            orderby grant.Id
            select grant).FirstOrDefaultAsync(cancel) ?? throw new RuleBroken(GrantRules.LastAdministrator);
        db.ExpectVersion(stays, stays.ConcurrencyStamp);
    }
}
