using CommunityLms.Kernel.Data.Notifications;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web.Api;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CommunityLms.Kernel.Web.Pages.Notifications;

/// <summary>The caller's own news under /api/v1/notifications.</summary>
internal sealed class NotificationsApi : IApiContributor
{
    public string Path => "notifications";

    public void Map(IEndpointRouteBuilder api)
    {
        var news = api.MapGroup("").WithMetadata(new OpenToAccountsAttribute("Everyone reads their own news."));
        news.MapGet("/", List).WithSummary("Lists the caller's own news, newest first");
        news.MapPost("/{id:guid}/read", Read).WithSummary("Marks a piece of news as read");
        news.MapPost("/read", ReadAll).WithSummary("Marks all of the caller's news as read");
    }

    private static Task<Page<NotificationRow>> List(INotificationInbox inbox, [AsParameters] PageRequest page, CancellationToken cancel) => inbox.List(page, cancel);

    private static async Task<NoContent> Read(Guid id, INotificationInbox inbox, CancellationToken cancel) =>
        await inbox.MarkRead(id, cancel) ? TypedResults.NoContent() : throw new RecordMissing("piece of news");

    private static async Task<NoContent> ReadAll(INotificationInbox inbox, CancellationToken cancel)
    {
        await inbox.MarkAllRead(cancel);
        return TypedResults.NoContent();
    }
}
