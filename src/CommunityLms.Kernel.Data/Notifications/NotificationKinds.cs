using System.Reflection;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Notifications;

namespace CommunityLms.Kernel.Data.Notifications;

/// <summary>The kinds of news of all enabled modules, with their texts.</summary>
internal sealed class NotificationKinds(IServiceProvider services, Translations translations) : IScopedDependency
{
    private readonly Lazy<Dictionary<string, (NotificationKind Kind, Assembly Assembly)>> _kinds = new(() => services
        .Contributed((INotificationKindProvider p) => p.Define().Select(k => (k, p.GetType().Assembly)))
        .DistinctBy(k => k.k.Name)
        .ToDictionary(k => k.k.Name));

    public IEnumerable<NotificationKind> All => _kinds.Value.Values.Select(k => k.Kind);

    /// <summary>What the kind tells, in the current language.</summary>
    public string DisplayName(NotificationKind kind) => translations.For(AssemblyOf(kind.Name))[kind.DisplayName];

    /// <summary>The message in the current language.</summary>
    public string Text(NotificationKind kind, string[] args) => translations.For(AssemblyOf(kind.Name))[kind.Text, args];

    /// <summary>The message of a stored piece of news; its module may be gone.</summary>
    public string Text(string kind, string[] args) => _kinds.Value.TryGetValue(kind, out var known)
        ? Text(known.Kind, args)
        : translations.For(typeof(NotificationKinds).Assembly)["News of a module that is no longer here"];

    private Assembly AssemblyOf(string kind) => _kinds.Value.TryGetValue(kind, out var known) ? known.Assembly : typeof(NotificationKinds).Assembly;
}
