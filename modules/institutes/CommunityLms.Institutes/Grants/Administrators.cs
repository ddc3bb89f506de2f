using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Grants;

/// <summary>Somebody who can sign in is always administrator of the whole institute, without an end.</summary>
internal sealed class Administrators(InstitutesDbContext db, TimeProvider clock) : IScopedDependency
{
    /// <summary>Call before a grant gets an end.</summary>
    /// <exception cref="RuleBroken">It is the last.</exception>
    public async Task RequireAnother(Grant ending, CancellationToken cancel)
    {
        if (await OfTheWhole().AnyAsync(h => h.Grant.Id == ending.Id, cancel))
            await Keep(OfTheWhole().Where(h => h.Grant.Id != ending.Id), cancel);
    }

    /// <summary>Call before a person leaves the institute or loses the account.</summary>
    /// <exception cref="RuleBroken">It is the last who can sign in.</exception>
    public async Task RequireAnother(Person leaving, CancellationToken cancel)
    {
        var today = clock.Today();
        if (await OfTheWhole().AnyAsync(h => h.Grant.PersonId == leaving.Id && (h.Grant.To == null || h.Grant.To >= today), cancel))
            await Keep(OfTheWhole().Where(h => h.Grant.PersonId != leaving.Id), cancel);
    }

    private IQueryable<Holding> OfTheWhole() =>
        from grant in db.Grants
        join role in db.Roles on grant.RoleId equals role.Id
        join unit in db.Units on grant.UnitId equals unit.Id
        join person in db.People on grant.PersonId equals person.Id
        where role.BuiltIn == UsualRoles.Administrator && unit.ParentId == null
        select new Holding { Grant = grant, Person = person };

    /// <summary>
    /// The one who stays is saved along, grant and person, so that two administrators who take the role or the account from each other at the
    /// same moment can't both succeed.
    /// </summary>
    private async Task Keep(IQueryable<Holding> others, CancellationToken cancel)
    {
        var today = clock.Today();
        var stays = await others.Where(h => h.Grant.From <= today && h.Grant.To == null && h.Person.ArchivedOn == null && h.Person.AccountId != null)
            .OrderBy(h => h.Grant.Id).FirstOrDefaultAsync(cancel) ?? throw new RuleBroken(GrantRules.LastAdministrator);
        db.ExpectVersion(stays.Grant, stays.Grant.ConcurrencyStamp);
        db.ExpectVersion(stays.Person, stays.Person.ConcurrencyStamp);
    }

    private sealed class Holding
    {
        public required Grant Grant { get; init; }

        public required Person Person { get; init; }
    }
}
