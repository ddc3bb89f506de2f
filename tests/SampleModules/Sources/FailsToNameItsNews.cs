using CommunityLms.Kernel.Notifications;

public sealed class FailsToNameItsNewsModule : LmsModule;

public sealed class FailingNews : INotificationKindProvider
{
    public IEnumerable<NotificationKind> Define() => throw new InvalidOperationException("no connection");
}
