using CommunityLms.Kernel.Paging;

namespace CommunityLms.Kernel.Data.Notifications;

/// <summary>The signed-in person's news in the current institute.</summary>
public interface INotificationInbox
{
    /// <summary>How many are unread; a few seconds old at most.</summary>
    Task<int> CountUnread(CancellationToken cancel);

    /// <summary>Newest first, in the reader's language.</summary>
    Task<Page<NotificationRow>> List(PageRequest page, CancellationToken cancel);

    /// <summary>Marks one as read; another person's stays as it is.</summary>
    /// <returns>Whether the person has such a piece of news.</returns>
    Task<bool> MarkRead(Guid notificationId, CancellationToken cancel);

    Task MarkAllRead(CancellationToken cancel);

    /// <summary>Every kind of news with how the person wants to hear of it, as the modules stand.</summary>
    Task<IReadOnlyList<NotificationPreference>> Preferences(CancellationToken cancel);

    /// <summary>Stores how the person wants to hear of a kind of news, in all institutes.</summary>
    Task Prefer(string kind, bool inApp, bool byMail, CancellationToken cancel);
}

/// <summary>A piece of news.</summary>
/// <param name="Url">The path where the matter can be seen or done.</param>
/// <param name="At">UTC.</param>
public sealed record NotificationRow(Guid Id, string Text, string Url, DateTime At, bool IsRead);

/// <summary>How a person wants to hear of a kind of news.</summary>
public sealed record NotificationPreference(string Kind, string DisplayName, bool InApp, bool ByMail);
