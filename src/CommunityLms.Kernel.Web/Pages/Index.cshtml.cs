using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web.Dashboard;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.KeptPages;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.Shell;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Kernel.Web.Pages;

/// <summary>Home: what now, then figures; each card from a module.</summary>
[OpenToAccounts("Everyone has a home; each card asks for its own permission.")]
[KeptWhileNothingChanges]
public sealed class IndexModel(IServiceProvider services, IAccess access, IShellView frame, Translations translations, IStringLocalizer<ShellTexts> texts, Dates dates, TimeProvider clock, ILogger<IndexModel> log)
    : LmsPageModel
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
        foreach (var widget in services.Contributed((IDashboardWidget w) => new[] { new Placed(w, w.Title, w.Permission, w.Order, w.Partial) }).OrderBy(w => w.Order))
            if ((widget.Permission is null || await access.May(widget.Permission, cancel)) && await Load(widget, cancel) is { } loaded)
                shown.Add(loaded);
        // Without anything that waits, the figures are what there is to read.
        Widgets = shown.Any(w => !w.IsFigures) ? shown : [.. shown.Select(w => w with { IsFigures = false })];
    }

    /// <summary>One card at fault takes nothing but its own place.</summary>
    public void NoteFault(string module, string title, Exception fault) => log.LogError(fault, "The card {Title} of {Module} could not be shown", title, module);

    private async Task<ShownWidget?> Load(Placed placed, CancellationToken cancel)
    {
        var assembly = placed.Widget.GetType().Assembly;
        var shown = new ShownWidget(assembly.GetName().Name!, translations.For(assembly)[placed.Title], placed.Partial, Content: null, placed.Order >= FiguresFrom);
        try
        {
            return await placed.Widget.Load(cancel) is { } content ? shown with { Content = content } : null;
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            NoteFault(shown.Module, placed.Title, fault);
            return shown;
        }
    }

    private sealed record Placed(IDashboardWidget Widget, string Title, string? Permission, int Order, string Partial);
}

/// <param name="Content">What the partial shows; null where the card could not be loaded.</param>
/// <param name="IsFigures">Figures stand at the side, what waits for people in the middle.</param>
public sealed record ShownWidget(string Module, string Title, string Partial, object? Content, bool IsFigures);
