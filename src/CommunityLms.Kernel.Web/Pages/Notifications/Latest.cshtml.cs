using CommunityLms.Kernel.Data.Notifications;
using CommunityLms.Kernel.Web.Security;

namespace CommunityLms.Kernel.Web.Pages.Notifications;

/// <summary>The newest few, for the bell.</summary>
[OpenToAccounts("Everyone reads their own news.")]
public sealed class LatestModel(INotificationInbox inbox) : LmsPageModel
{
    private const int Few = 5;

    public IReadOnlyList<NotificationRow> News { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => News = (await inbox.List(new(Size: Few), cancel)).Items;
}
