using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Accounts.Tokens;

/// <summary>Ends one's own token at once.</summary>
internal sealed class RevokeAccessToken(AccountsDbContext db, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    /// <exception cref="RecordMissing">The account has no such token.</exception>
    public async Task Handle(Guid tokenId, CancellationToken cancel)
    {
        var owner = user.Actor?.AccountId;
        var token = await db.AccessTokens.SingleOrDefaultAsync(t => t.Id == tokenId && t.AccountId == owner, cancel) ?? throw new RecordMissing("access token");
        token.Revoke(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
    }
}
