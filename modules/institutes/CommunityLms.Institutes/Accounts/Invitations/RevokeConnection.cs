using CommunityLms.Institutes.Accounts.Sessions;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Grants;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;

namespace CommunityLms.Institutes.Accounts.Invitations;

/// <summary>Parts a person from the account. Its permissions here, and those of its access tokens, end at once; what it is in other institutes stays.</summary>
internal sealed class RevokeConnection(InstitutesDbContext db, ConnectionAuthority authority, Administrators administrators, OwnInstitutes institutes, ICurrentUser user) : IScopedDependency
{
    /// <exception cref="RuleBroken">It is one's own, or the last administrator's.</exception>
    public async Task Handle(Guid personId, CancellationToken cancel)
    {
        var person = await authority.Require(personId, cancel);
        if (person.AccountId is not { } account)
            return;
        if (account == user.Actor?.AccountId)
            throw new RuleBroken(InvitationRules.NotYourself);
        await administrators.RequireAnother(person, cancel);
        person.Disconnect();
        await db.SaveChangesAsync(cancel);
        institutes.Forget(account);
    }
}
