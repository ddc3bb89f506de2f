using System.Globalization;
using System.Reflection;
using CommunityLms.Kernel.Data.Notifications;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Shell;

/// <summary>Puts the frame around a page together for the person who asks.</summary>
internal sealed class ShellFrame(IHttpContextAccessor http, ICurrentUser user, IOwnInstitutes institutes, ShellMenu menu, ISettings settings, INotificationInbox inbox, IServiceProvider services, IStringLocalizer<ShellTexts> texts)
    : IShellView, IScopedDependency
{
    private static readonly string Version = typeof(ShellFrame).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
    private ShellView? _loaded;

    public async Task<ShellView> Load(CancellationToken cancel) => _loaded ??= user.Actor is { } actor ? await ForPerson(actor, cancel) : ForVisitor();

    private ShellView ForVisitor() => new("CommunityLms", CultureInfo.CurrentUICulture.Name, Addresses()) { Cultures = Cultures(), Version = Version };

    private async Task<ShellView> ForPerson(Actor actor, CancellationToken cancel)
    {
        var own = await institutes.List(cancel);
        var here = own.FirstOrDefault(i => i.IsCurrent);
        var name = here?.PersonName ?? actor.Name;
        var path = http.HttpContext!.Request.Path.Value ?? "/";
        var groups = await menu.Build(cancel);
        var current = groups.SelectMany(g => g.Entries).Where(e => path == e.Url || (e.Url != "/" && path.StartsWith(e.Url + "/", StringComparison.OrdinalIgnoreCase))).MaxBy(e => e.Url.Length);
        var waiting = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var count in services.Contributed((IWaitingCount c) => new[] { c }))
            waiting[count.Url] = await count.Count(cancel);
        return new(here?.Name ?? "CommunityLms", CultureInfo.CurrentUICulture.Name, Addresses())
        {
            Person = new(actor.AccountId.ToString("N"), name, Initials(name)),
            Institutes = [.. own.Select(i => new ShellChoice(i.Id.ToString(), i.Name, i.IsCurrent))],
            Cultures = Cultures(),
            Menu = [.. groups.Select(g => new ShellMenuGroup(g.Heading.Length == 0 ? null : g.Heading, [.. g.Entries.Select(e => new ShellMenuItem(e.Text, e.Url, e.Icon, e == current, waiting.GetValueOrDefault(e.Url)))]))],
            Breadcrumbs = current is not null && current.Url != path ? [new(texts["Home"], "/"), new(current.Text, current.Url)] : [],
            Unread = await inbox.CountUnread(cancel),
            Theme = Enum.Parse<ShellTheme>(await settings.Get(ShellSettings.Theme, cancel), ignoreCase: true),
            Density = Enum.Parse<ShellDensity>(await settings.Get(ShellSettings.Density, cancel), ignoreCase: true),
            Version = Version,
        };
    }

    private ShellAddresses Addresses() => new(
        Home: "/", Search: services.Contributed((IGlobalSearch s) => new[] { s.Url }).FirstOrDefault("/"), News: "/notifications", LatestNews: "/notifications/latest",
        Profile: "/account/profile", Settings: "/account/profile", SignIn: "/account/sign-in", Help: "/help", Privacy: "/your-data",
        SetTheme: "/appearance?handler=theme", SetCulture: "/appearance?handler=culture", SwitchInstitute: "/account/institutes", SignOut: "/account/sign-out");

    private static ShellChoice[] Cultures() => [.. Languages.Names.Select(l => new ShellChoice(l.Key, l.Value, l.Key == CultureInfo.CurrentUICulture.Name))];

    /// <summary>"CX" for Chen Xiaolan, the family name's character for 陈晓兰.</summary>
    private static string Initials(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, .., var last] ? $"{first[0]}{last[0]}" : name[..1];
}

/// <summary>Names the list that the search field at the top searches with <c>?q=</c>.</summary>
public interface IGlobalSearch : IContributor
{
    string Url { get; }
}
