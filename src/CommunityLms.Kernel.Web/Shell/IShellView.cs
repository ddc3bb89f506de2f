namespace CommunityLms.Kernel.Web.Shell;

/// <summary>What the layout shows around every page, for the person who asks.</summary>
public interface IShellView
{
    /// <summary>Loads it once a request; the layout asks after the page itself has run.</summary>
    public Task<ShellView> Load(CancellationToken cancel);
}

/// <summary>The frame around a page.</summary>
/// <param name="Institute">The institute whose page this is, in the reader's language.</param>
/// <param name="Culture">The language of the page as BCP 47 has it, "en" or "zh-Hans".</param>
/// <param name="Addresses">Where the fixed parts of the shell lead.</param>
public sealed record ShellView(string Institute, string Culture, ShellAddresses Addresses)
{
    /// <summary>Who is signed in; without anybody the layout leaves out menu, search and bell.</summary>
    public ShellPerson? Person { get; init; }

    /// <summary>The institutes the person can switch to, the current one among them; shown when there are several.</summary>
    public IReadOnlyList<ShellChoice> Institutes { get; init; } = [];

    /// <summary>The languages to choose from, each in its own words.</summary>
    public IReadOnlyList<ShellChoice> Cultures { get; init; } = [];

    /// <summary>The menu, filtered by what the person may do. The first group usually has no title.</summary>
    public IReadOnlyList<ShellMenuGroup> Menu { get; init; } = [];

    /// <summary>The pages above this one, outermost first, without the page itself.</summary>
    public IReadOnlyList<ShellLink> Breadcrumbs { get; init; } = [];

    /// <summary>How many news the person hasn't read.</summary>
    public int Unread { get; init; }

    public ShellTheme Theme { get; init; } = ShellTheme.Auto;

    public ShellDensity Density { get; init; }

    /// <summary>The version of the host, shown in the footer.</summary>
    public string Version { get; init; } = "";
}

/// <summary>The person signed in.</summary>
/// <param name="Key">An id that tells people on one device apart, for drafts kept there; not shown.</param>
/// <param name="Name">The name in the order of the language.</param>
/// <param name="Initials">One or two letters, or the family name's character.</param>
/// <param name="Role">What the person is here, in words; null when there is nothing to say.</param>
public sealed record ShellPerson(string Key, string Name, string Initials, string? Role = null);

/// <summary>Words that lead somewhere.</summary>
public sealed record ShellLink(string Text, string Href);

/// <summary>One of several values to choose from by a form; <paramref name="Value"/> is what is posted.</summary>
public sealed record ShellChoice(string Value, string Text, bool IsCurrent);

/// <summary>Menu entries that belong together.</summary>
public sealed record ShellMenuGroup(string? Title, IReadOnlyList<ShellMenuItem> Items);

/// <summary>One entry of the menu.</summary>
/// <param name="Text">What stands there.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Icon">A name of the sprite (ClientApp/icons.json); entries of the second level have none.</param>
/// <param name="IsCurrent">The page shown is this one or below it, and no entry below it is current.</param>
/// <param name="Waiting">How many things wait there; 0 shows nothing.</param>
public sealed record ShellMenuItem(string Text, string Href, string? Icon = null, bool IsCurrent = false, int Waiting = 0)
{
    public IReadOnlyList<ShellMenuItem> Items { get; init; } = [];
}

/// <summary>
/// Where the fixed parts of the shell lead. Those of the second line take a POST with the antiforgery token:
/// <c>theme</c> (light, dark, auto), <c>culture</c>, <c>institute</c>, and nothing for signing out.
/// </summary>
public sealed record ShellAddresses(
    string Home, string Search, string News, string LatestNews, string Profile, string Settings, string SignIn, string Help, string Privacy,
    string SetTheme, string SetCulture, string SwitchInstitute, string SignOut);

/// <summary>Light, dark, or as the device has it.</summary>
public enum ShellTheme { Auto, Light, Dark }

/// <summary>Comfortable by default, compact for people who live in tables.</summary>
public enum ShellDensity { Comfortable, Compact }
