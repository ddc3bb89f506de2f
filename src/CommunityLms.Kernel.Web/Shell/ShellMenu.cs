using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Navigation;
using CommunityLms.Kernel.Permissions;

namespace CommunityLms.Kernel.Web.Shell;

/// <summary>The navigation as the signed-in person sees it.</summary>
public sealed class ShellMenu(IServiceProvider services, IAccess access, Translations translations) : IScopedDependency
{
    /// <summary>The entries this person may open, in order, by heading.</summary>
    public async Task<IReadOnlyList<MenuGroup>> Build(CancellationToken cancel)
    {
        var entries = new List<(string Group, MenuEntry Entry, int Order)>();
        foreach (var (assembly, item) in services.Contributed((IMenuContributor c) => c.Menu().Select(item => (c.GetType().Assembly, item))))
            if (item.Permission is null || await access.May(item.Permission, cancel))
            {
                var texts = translations.For(assembly);
                entries.Add((item.Group is null ? "" : texts[item.Group], new(texts[item.Text], item.Url, item.Icon), item.Order));
            }
        return [.. entries.OrderBy(e => e.Order).GroupBy(e => e.Group).Select(g => new MenuGroup(g.Key, [.. g.Select(e => e.Entry)]))];
    }
}

/// <param name="Heading">Empty for the entries at the top.</param>
public sealed record MenuGroup(string Heading, IReadOnlyList<MenuEntry> Entries);

public sealed record MenuEntry(string Text, string Url, string Icon);
