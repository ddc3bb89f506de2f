using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Seals;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Notifications;

namespace CommunityLms.Institutes.Grants;

internal sealed class GrantNewsKinds : INotificationKindProvider
{
    public static readonly NotificationKind RoleGiven = new("Institutes.RoleGiven", "A role was given to you", "You have been given the role “{0}” in {1}.");
    public static readonly NotificationKind SealEntrusted = new("Institutes.SealEntrusted", "A seal was entrusted to you", "You have been entrusted with the seal “{0}” of {1}.");

    public IEnumerable<NotificationKind> Define() => [RoleGiven, SealEntrusted];
}

/// <summary>Tells people what they may do from now on, where they have an account.</summary>
internal sealed class GrantNews(INotifier notifier) : IScopedDependency
{
    private const string Mine = "/institutes/grants/mine";

    public Task TellOfRole(Person person, Role role, UnitInfo unit, CancellationToken cancel) =>
        Tell(person, GrantNewsKinds.RoleGiven, role.LocalName, unit, cancel);

    public Task TellOfSeal(Person person, Seal seal, UnitInfo unit, CancellationToken cancel) =>
        Tell(person, GrantNewsKinds.SealEntrusted, seal.Name, unit, cancel);

    private Task Tell(Person person, NotificationKind kind, object what, UnitInfo unit, CancellationToken cancel) => person.AccountId is { } account
        ? notifier.Notify([account], kind, Mine, cancel, $"{what}", $"{unit.Name}")
        : Task.CompletedTask;
}
