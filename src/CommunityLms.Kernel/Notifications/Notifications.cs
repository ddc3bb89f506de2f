using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Notifications;

/// <summary>A kind of news a person can choose to get in the app, by mail, both or not at all.</summary>
/// <param name="Name">Module.Kind.</param>
/// <param name="DisplayName">What it tells (English, the key of its translations).</param>
/// <param name="Text">The message; {0} and so on stand for arguments (English, the key of its translations).</param>
/// <param name="MailByDefault">Whether it also goes by mail to people who haven't chosen.</param>
public sealed record NotificationKind(string Name, string DisplayName, string Text, bool MailByDefault = false);

/// <summary>Names a module's kinds of news.</summary>
public interface INotificationKindProvider : IContributor
{
    IEnumerable<NotificationKind> Define();
}

/// <summary>Tells people news, in their language and on the ways they chose.</summary>
public interface INotifier
{
    /// <param name="accountIds">The accounts to tell.</param>
    /// <param name="url">The path where the matter can be seen or done.</param>
    Task Notify(IReadOnlyCollection<Guid> accountIds, NotificationKind kind, string url, CancellationToken cancel, params string[] args);
}

/// <summary>A mail to one address.</summary>
public sealed record Mail(string To, string Subject, string Text);

/// <summary>Sends mail in the background, with retries; in Development a page shows what would be sent.</summary>
public interface IMailer
{
    Task Send(Mail mail, CancellationToken cancel);
}
