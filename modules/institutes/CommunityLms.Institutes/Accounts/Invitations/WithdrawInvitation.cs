using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Accounts.Invitations;

/// <summary>Takes back the invitations a person hasn't accepted.</summary>
internal sealed class WithdrawInvitation(InstitutesDbContext db, ConnectionAuthority authority, TimeProvider clock) : IScopedDependency
{
    public async Task Handle(Guid personId, CancellationToken cancel)
    {
        await authority.Require(personId, cancel);
        foreach (var open in await db.Invitations.Where(i => i.PersonId == personId && i.AcceptedAt == null && i.WithdrawnAt == null).ToListAsync(cancel))
            open.Withdraw(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
    }
}
