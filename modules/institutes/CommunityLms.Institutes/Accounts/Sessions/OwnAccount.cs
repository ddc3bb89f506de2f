using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Accounts.Sessions;

/// <summary>What the signed-in person sees of the own account.</summary>
internal sealed class OwnAccount(AccountsDbContext db, OwnInstitutes institutes, ICurrentUser user) : IScopedDependency
{
    public async Task<OwnAccountView> Load(CancellationToken cancel)
    {
        var actor = user.Actor ?? throw new RecordMissing("account");
        var email = await db.Users.Where(a => a.Id == actor.AccountId).Select(a => a.Email).SingleOrDefaultAsync(cancel) ?? throw new RecordMissing("account");
        var all = await institutes.List(cancel);
        var current = all.FirstOrDefault(i => i.IsCurrent);
        return new(actor.AccountId, current?.PersonName ?? actor.Name, email, current?.Name, all.Count > 1);
    }
}

/// <param name="Institute">The current one; null for an account that is nobody anywhere.</param>
internal sealed record OwnAccountView(Guid AccountId, string Name, string Email, string? Institute, bool BelongsToSeveral);
