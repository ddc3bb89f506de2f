using CommunityLms.Kernel.Data.Notifications;

namespace CommunityLms.Kernel.Web.Dashboard;

/// <summary>The newest news while some of it is unread.</summary>
internal sealed class UnreadNews(INotificationInbox inbox) : IDashboardWidget
{
    private const int Few = 5;

    public string Title => "News";

    public string? Permission => null;

    public int Order => 40;

    public string Partial => "/Pages/Notifications/_List.cshtml";

    public async Task<object?> Load(CancellationToken cancel) => await inbox.CountUnread(cancel) == 0 ? null : (await inbox.List(new(Size: Few), cancel)).Items;
}
