using CommunityLms.Kernel.Data.Notifications;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Kernel.Web.Pages.Notifications;

/// <summary>What is new for the signed-in person. Following a piece of news marks it read, by a post: nothing happens on a GET.</summary>
[OpenToAccounts("Everyone reads their own news.")]
public sealed class IndexModel(INotificationInbox inbox) : LmsPageModel
{
    public Page<NotificationRow> News { get; private set; } = new([], Next: null);

    public async Task OnGetAsync(string? after, CancellationToken cancel) => News = await inbox.List(new(after), cancel);

    public async Task<IActionResult> OnPostOpenAsync(Guid id, string url, CancellationToken cancel)
    {
        await inbox.MarkRead(id, cancel);
        return Url.IsLocalUrl(url) ? LocalRedirect(url) : RedirectToPage();
    }

    public async Task<IActionResult> OnPostReadAllAsync(CancellationToken cancel)
    {
        await inbox.MarkAllRead(cancel);
        return RedirectToPage();
    }
}
