using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Grants;

/// <summary>Sets or lifts the last day of a grant. Letting it hold longer is giving, and asks for as much.</summary>
internal sealed class EndGrant(InstitutesDbContext db, IAccess access, EscalationGuard guard, PermissionCatalog catalog, Administrators administrators, TimeProvider clock) : IScopedDependency
{
    /// <param name="To">The last day; null for no end.</param>
    /// <param name="Stamp">The version the person was looking at.</param>
    internal sealed record Input(Guid GrantId, DateOnly? To, Guid Stamp);

    public async Task Handle(Input input, CancellationToken cancel)
    {
        var grant = await db.Grants.SingleOrDefaultAsync(g => g.Id == input.GrantId, cancel) ?? throw new RecordMissing("grant");
        await access.Require(InstitutesPermissions.Grants.Edit, grant.UnitId, cancel);
        if (grant.IsLengthenedBy(input.To))
        {
            guard.RequireSomebodyElse(grant.PersonId, GrantRules.NotLongerForYourself);
            var role = await db.Roles.Include(r => r.Permissions).SingleAsync(r => r.Id == grant.RoleId, cancel);
            await guard.RequireHeld(catalog.HeldThrough(role), grant.UnitId, GrantRules.MoreThanYouHave with { Field = "To" }, cancel);
        }
        else if (input.To is not null)
        {
            await administrators.RequireAnother(grant, cancel);
        }
        grant.EndOn(input.To, clock.Today());
        db.ExpectVersion(grant, input.Stamp);
        await db.SaveChangesAsync(cancel);
    }
}
