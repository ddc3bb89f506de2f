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
    /// <summary>Tells accounts of the current institute, in the app and by mail as each of them chose.</summary>
    /// <param name="accountIds">The accounts to tell.</param>
    /// <param name="url">The path where the matter can be seen or done.</param>
    /// <param name="args">What stands for {0} and so on in the kind's text; cut at 200 characters each.</param>
    Task Notify(IReadOnlyCollection<Guid> accountIds, NotificationKind kind, string url, CancellationToken cancel, params string[] args);
}

/// <summary>A mail to one address.</summary>
public sealed record Mail(string To, string Subject, string Text);

/// <summary>Sends mail in the background, with retries; in Development a page shows what would be sent.</summary>
public interface IMailer
{
    Task Send(Mail mail, CancellationToken cancel);
}

/// <summary>Where accounts can be reached; whoever keeps the accounts implements it.</summary>
public interface IAccountDirectory
{
    /// <returns>The accounts that exist, by id.</returns>
    Task<IReadOnlyDictionary<Guid, AccountContact>> Find(IReadOnlyCollection<Guid> accountIds, CancellationToken cancel);
}

/// <summary>How to write to an account.</summary>
/// <param name="Culture">The language chosen, for example zh-Hans; null for the host's.</param>
public sealed record AccountContact(string Email, string DisplayName, string? Culture);
