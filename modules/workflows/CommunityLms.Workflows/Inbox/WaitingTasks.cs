using CommunityLms.Kernel.Data.Changes;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web.Shell;
using Microsoft.Extensions.Caching.Memory;

namespace CommunityLms.Workflows.Inbox;

/// <summary>The number beside "My tasks", counted again only when something was saved in the institute.</summary>
internal sealed class WaitingTasks(InboxQueries inbox, IMemoryCache cache, ChangeCounts changes, ICurrentTenant tenant, ICurrentUser user) : IWaitingCount
{
    public string Url => "/workflows/tasks";

    public async Task<int> Count(CancellationToken cancel) => user.Actor?.PersonId is not { } person ? 0
        : await cache.GetOrCreateAsync((nameof(WaitingTasks), person, changes.Of(tenant.Id)), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = changes.Lifetime;
            return inbox.Count(cancel);
        });
}
