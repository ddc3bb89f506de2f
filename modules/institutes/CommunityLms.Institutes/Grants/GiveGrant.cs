using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Grants;

/// <summary>Gives a role to a person on a unit and tells them.</summary>
internal sealed class GiveGrant(InstitutesDbContext db, IAccess access, IOrganisation organisation, EscalationGuard guard, PermissionCatalog catalog, GrantNews news, TimeProvider clock) : IScopedDependency
{
    /// <param name="From">Today or later.</param>
    /// <param name="To">The last day; null for no end.</param>
    internal sealed record Input(Guid PersonId, Guid RoleId, Guid UnitId, DateOnly From, DateOnly? To = null);

    /// <returns>The grant's id.</returns>
    public async Task<Guid> Handle(Input input, CancellationToken cancel)
    {
        var unit = (await organisation.Tree(cancel)).Find(input.UnitId) ?? throw new RecordMissing("unit");
        await access.Require(InstitutesPermissions.Grants.Edit, unit.Id, cancel);
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == input.PersonId, cancel) ?? throw new RecordMissing("person");
        var role = await db.Roles.Include(r => r.Permissions).SingleOrDefaultAsync(r => r.Id == input.RoleId, cancel) ?? throw new RecordMissing("role");
        guard.RequireSomebodyElse(person.Id, GrantRules.NotToYourself);
        await guard.RequireHeld(catalog.HeldThrough(role), unit.Id, GrantRules.MoreThanYouHave, cancel);
        if (unit.IsArchived)
            throw new RuleBroken(GrantRules.UnitArchived, unit.Name);
        if (person.ArchivedOn is not null)
            throw new RuleBroken(GrantRules.LeftTheInstitute, person.Name);
        if (input.From < clock.Today())
            throw new RuleBroken(GrantRules.BeginsInThePast);
        var grant = new Grant(person.Id, role.Id, unit.Id, input.From, input.To);
        if (await db.Grants.AnyAsync(g => g.PersonId == person.Id && g.RoleId == role.Id && g.UnitId == unit.Id
            && (g.To == null || g.To >= input.From) && (input.To == null || g.From <= input.To), cancel))
            throw new RuleBroken(GrantRules.HeldAlready);
        db.Add(grant);
        await db.SaveChangesAsync(cancel);
        await news.TellOfRole(person, role, unit, cancel);
        return grant.Id;
    }
}
