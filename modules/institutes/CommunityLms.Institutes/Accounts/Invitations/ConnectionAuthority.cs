using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Accounts.Invitations;

/// <summary>
/// Who decides about a person's sign-in: whoever may invite where the person works. As the mailbox invited gets everything the person may do,
/// the permission must reach every unit on which the person holds a role, too; otherwise a school could make itself the institute's administrator.
/// </summary>
internal sealed class ConnectionAuthority(InstitutesDbContext db, IAccess access, TimeProvider clock) : IScopedDependency
{
    /// <exception cref="RecordMissing">There is no such person in the institute.</exception>
    /// <exception cref="AccessDenied">Somebody else decides about this person.</exception>
    public async Task<Person> Require(Guid personId, CancellationToken cancel)
    {
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == personId, cancel) ?? throw new RecordMissing("person");
        return await May(personId, cancel) ? person : throw new AccessDenied(InstitutesPermissions.Accounts.Invite);
    }

    public async Task<bool> May(Guid personId, CancellationToken cancel)
    {
        var scope = await access.ScopeOf(InstitutesPermissions.Accounts.Invite, cancel);
        if (scope.Everything || scope.IsEmpty)
            return scope.Everything;
        var today = clock.Today();
        var works = await db.Employments.Where(e => e.PersonId == personId && (e.To == null || e.To >= today)).Select(e => e.UnitId).ToListAsync(cancel);
        var holds = await db.Grants.Where(g => g.PersonId == personId && (g.To == null || g.To >= today)).Select(g => g.UnitId).ToListAsync(cancel);
        return works.Any(scope.Includes) && holds.All(scope.Includes);
    }
}
