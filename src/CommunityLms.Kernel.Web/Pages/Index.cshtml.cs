using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web.Dashboard;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.Shell;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Pages;

/// <summary>Home: what now, then figures; each card from a module.</summary>
[OpenToAccounts("Everyone has a home; each card asks for its own permission.")]
public sealed class IndexModel(IServiceProvider services, IAccess access, IShellView frame, Translations translations, IStringLocalizer<ShellTexts> texts, Dates dates, TimeProvider clock) : LmsPageModel
{
    private const int FiguresFrom = 100;

    public string Greeting { get; private set; } = "";

    public IReadOnlyList<ShownWidget> Widgets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var name = (await frame.Load(cancel)).Person!.Name;
        Greeting = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), dates.Zone).Hour switch
        {
            < 5 or >= 18 => texts["Good evening, {0}", name],
            < 12 => texts["Good morning, {0}", name],
            _ => texts["Good afternoon, {0}", name],
        };
        var shown = new List<ShownWidget>();
        foreach (var widget in services.Contributions<IDashboardWidget>().OrderBy(w => w.Order))
            if ((widget.Permission is null || await access.May(widget.Permission, cancel)) && await widget.Load(cancel) is { } content)
                shown.Add(new(translations.For(widget.GetType().Assembly)[widget.Title], widget.Partial, content, widget.Order >= FiguresFrom));
        // Without anything that waits, the figures are what there is to read.
        Widgets = shown.Any(w => !w.IsFigures) ? shown : [.. shown.Select(w => w with { IsFigures = false })];
    }
}

/// <param name="IsFigures">Figures stand at the side, what waits for people in the middle.</param>
public sealed record ShownWidget(string Title, string Partial, object Content, bool IsFigures);
