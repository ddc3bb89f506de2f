using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web.Shell;
using Microsoft.Extensions.Caching.Memory;

namespace CommunityLms.Institutes.Accounts.Sessions;

/// <summary>Asked for by every page, so it is kept for a short while; <see cref="Forget"/> shows a new membership at once.</summary>
internal sealed class OwnInstitutes(Memberships memberships, IMemoryCache cache, ICurrentUser user, ICurrentTenant tenant) : IOwnInstitutes, IScopedDependency
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    public async Task<IReadOnlyList<OwnInstitute>> List(CancellationToken cancel)
    {
        if (user.Actor is not { } actor)
            return [];
        var all = await cache.GetOrCreateAsync(Key(actor.AccountId), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Lifetime;
            return memberships.Of(actor.AccountId, cancel);
        });
        return [.. all!.Select(m => new OwnInstitute(m.InstituteId, m.Institute.ToString(), m.Name.ToString(), m.InstituteId == tenant.Id))];
    }

    public void Forget(Guid accountId) => cache.Remove(Key(accountId));

    private static (string, Guid) Key(Guid accountId) => (nameof(OwnInstitutes), accountId);
}
