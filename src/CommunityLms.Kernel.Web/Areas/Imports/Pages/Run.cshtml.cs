using System.Globalization;
using System.Text.Json;
using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Areas.Imports.Pages;

/// <summary>One import from its columns to its undoing; the page shows what the state asks for.</summary>
[OpenToAccounts("Each import asks for its own permission.")]
public sealed class RunModel(ImportRuns imports, ImportReport report, IStringLocalizer<ShellTexts> texts) : LmsPageModel
{
    public const int ProblemsShown = 100;

    private IStringLocalizer _importerTexts = null!;
    private IImporter _importer = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ImportRun? Run { get; private set; }

    public string Title { get; private set; } = "";

    public JobStatus? Job { get; private set; }

    public bool HasStopped { get; private set; }

    public string? Failure { get; private set; }

    public IReadOnlyList<ImportProblem> Problems { get; private set; } = [];

    public IReadOnlyList<KeptExample> Examples { get; private set; } = [];

    /// <summary>Which heading is which column; null while it can't be changed.</summary>
    public ColumnMapping? Mapping { get; private set; }

    public string Doing => Run!.State switch
    {
        ImportState.Checking => texts["Checking rows"],
        ImportState.Applying => texts["Importing rows"],
        _ => texts["Taking rows back"],
    };

    /// <summary>A column's name in the reader's language.</summary>
    public string Say(string column) => _importerTexts[column];

    public override async Task Prepare(CancellationToken cancel)
    {
        (Run, _importer) = await imports.Find(Id, cancel);
        _importerTexts = report.TextsOf(_importer);
        Title = _importerTexts[_importer.Title];
        (Job, HasStopped) = (await imports.Job(Run, cancel), await imports.HasStopped(Run, cancel));
        Failure = report.Failure(Run, _importer);
        Problems = report.Problems(Run, _importer);
        Examples = JsonSerializer.Deserialize<List<KeptExample>>(Run.Examples)!;
        Mapping = await report.Mapping(Run, _importer, cancel);
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    /// <summary>All problems kept, as a table to work through.</summary>
    public async Task OnGetProblemsAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Response.ContentType = TableFormat.Csv.MediaType();
        Response.Headers.ContentDisposition = "attachment; filename=problems.csv";
        await report.WriteProblems(Run!, _importer, Response.Body, cancel);
    }

    public async Task<IActionResult> OnPostCheckAsync(string?[] places, CancellationToken cancel)
    {
        await Prepare(cancel);
        var mapping = Mapping!;
        foreach (var (column, place) in mapping.Columns.Zip(places).ToList())
            mapping = mapping.With(column, int.TryParse(place, CultureInfo.InvariantCulture, out var heading) && heading < mapping.Headings.Count ? heading : null);
        await imports.Check(Run!, mapping, cancel);
        return RedirectToPage(new { Id });
    }

    public Task<IActionResult> OnPostApplyAsync(bool onlyGood, CancellationToken cancel) => Do(run => imports.Apply(run, onlyGood, cancel), cancel);

    public Task<IActionResult> OnPostUndoAsync(CancellationToken cancel) => Do(run => imports.Undo(run, cancel), cancel);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancel) => Do(run => imports.Resume(run, cancel), cancel);

    private async Task<IActionResult> Do(Func<ImportRun, Task> step, CancellationToken cancel)
    {
        var (run, _) = await imports.Find(Id, cancel);
        await step(run);
        return RedirectToPage(new { Id });
    }
}
