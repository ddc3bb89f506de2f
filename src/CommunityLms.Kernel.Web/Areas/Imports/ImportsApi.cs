using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Kernel.Web.Api;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CommunityLms.Kernel.Web.Areas.Imports;

/// <summary>Imports and exports of every module under /api/v1/imports: the same steps as the pages.</summary>
internal sealed class ImportsApi : IApiContributor
{
    public string Path => "imports";

    public void Map(IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("").WithMetadata(new OpenToAccountsAttribute("Each import asks for its own permission."));
        imports.MapGet("/", Kinds).WithSummary("Lists what the caller may import and export");
        imports.MapGet("/{importer}/template", ImportFiles.Template).Produces<Stream>(StatusCodes.Status200OK, TableFormat.Xlsx.MediaType(), "text/csv").WithSummary("An empty table to fill in; format is csv or xlsx");
        imports.MapGet("/{importer}/export", ImportFiles.Export).Produces<Stream>(StatusCodes.Status200OK, TableFormat.Xlsx.MediaType(), "text/csv").WithSummary("Everything stored within the caller's reach; format is csv or xlsx");
        imports.MapGet("/{importer}/runs", Recent).WithSummary("Lists the newest imports of a kind");
        imports.MapPost("/{importer}/runs", Bring).DisableAntiforgery().WithSummary("Takes a table in; nothing is changed before it is checked and applied");
        imports.MapGet("/runs/{id:guid}", Get).WithSummary("One import: its state, its columns, what it will do or did");
        imports.MapGet("/runs/{id:guid}/problems", Problems).WithSummary("The rows that need a change, with what to do");
        imports.MapPost("/runs/{id:guid}/check", Check).WithSummary("Says which heading is which column and has every row checked");
        imports.MapPost("/runs/{id:guid}/apply", Apply).WithSummary("Imports a checked table; the good rows only, where asked for");
        imports.MapPost("/runs/{id:guid}/undo", Undo).WithSummary("Takes an import back");
        imports.MapPost("/runs/{id:guid}/resume", Resume).WithSummary("Goes on with an import that stopped");
    }

    /// <param name="Name">What stands for it in addresses.</param>
    internal sealed record Kind(string Name, string Title);

    /// <param name="Headings">The heading for each column's name; a column left out is not imported. Null takes what the headings suggest.</param>
    internal sealed record Columns(IReadOnlyDictionary<string, string>? Headings = null);

    /// <param name="OnlyGood">Import the good rows although others have problems.</param>
    internal sealed record Part(bool OnlyGood = false);

    private static async Task<Ok<List<Kind>>> Kinds(IServiceProvider services, IAccess access, ImportReport report, CancellationToken cancel)
    {
        var kinds = new List<Kind>();
        foreach (var importer in services.Contributions<IImporter>())
            if (await access.May(importer.Permission, cancel))
                kinds.Add(new(importer.Name, report.TextsOf(importer)[importer.Title]));
        return TypedResults.Ok(kinds);
    }

    private static async Task<Ok<List<ImportRunResource>>> Recent(string importer, ImportRuns imports, CancellationToken cancel) =>
        TypedResults.Ok((await imports.Recent(await imports.Importer(importer, cancel), cancel)).ConvertAll(run => ImportRunResource.Of(run)));

    private static async Task<Created<ImportRunResource>> Bring(string importer, IFormFile table, ImportRuns imports, ImportReport report, CancellationToken cancel)
    {
        var found = await imports.Importer(importer, cancel);
        await using var content = table.OpenReadStream();
        var run = await imports.Bring(found, content, table.FileName, cancel);
        return TypedResults.Created($"/api/v1/imports/runs/{run.Id}", await Show(run, found, report, cancel));
    }

    private static async Task<Ok<ImportRunResource>> Get(Guid id, ImportRuns imports, ImportReport report, CancellationToken cancel)
    {
        var (run, importer) = await imports.Find(id, cancel);
        return TypedResults.Ok(await Show(run, importer, report, cancel) with { HasStopped = await imports.HasStopped(run, cancel) });
    }

    private static async Task<Ok<IReadOnlyList<ImportProblem>>> Problems(Guid id, ImportRuns imports, ImportReport report, CancellationToken cancel)
    {
        var (run, importer) = await imports.Find(id, cancel);
        return TypedResults.Ok(report.Problems(run, importer));
    }

    private static async Task<Accepted<ImportRunResource>> Check(Guid id, Columns columns, ImportRuns imports, ImportReport report, CancellationToken cancel)
    {
        var (run, importer) = await imports.Find(id, cancel);
        var mapping = await report.Mapping(run, importer, cancel) ?? throw new RuleBroken(ImportRules.UnderWay);
        if (columns.Headings is { } headings)
            mapping = mapping.Columns.Aggregate(mapping, (mapped, column) => mapped.With(column, PlaceOf(mapped.Headings, headings.GetValueOrDefault(column.Name))));
        await imports.Check(run, mapping, cancel);
        return Started(run);
    }

    private static Task<Accepted<ImportRunResource>> Apply(Guid id, Part part, ImportRuns imports, CancellationToken cancel) => Do(id, imports, run => imports.Apply(run, part.OnlyGood, cancel), cancel);

    private static Task<Accepted<ImportRunResource>> Undo(Guid id, ImportRuns imports, CancellationToken cancel) => Do(id, imports, run => imports.Undo(run, cancel), cancel);

    private static Task<Accepted<ImportRunResource>> Resume(Guid id, ImportRuns imports, CancellationToken cancel) => Do(id, imports, run => imports.Resume(run, cancel), cancel);

    private static async Task<Accepted<ImportRunResource>> Do(Guid id, ImportRuns imports, Func<ImportRun, Task> step, CancellationToken cancel)
    {
        var (run, _) = await imports.Find(id, cancel);
        await step(run);
        return Started(run);
    }

    /// <summary>A job works on it from here; the address tells how far it is.</summary>
    private static Accepted<ImportRunResource> Started(ImportRun run) => TypedResults.Accepted($"/api/v1/imports/runs/{run.Id}", ImportRunResource.Of(run));

    private static async Task<ImportRunResource> Show(ImportRun run, IImporter importer, ImportReport report, CancellationToken cancel)
    {
        var mapping = await report.Mapping(run, importer, cancel);
        return ImportRunResource.Of(run) with
        {
            Failure = report.Failure(run, importer),
            Columns = mapping is null ? null : [.. mapping.Columns.Select(c => new ImportColumn(c.Name, c.Required, mapping.PlaceOf(c) is { } place ? mapping.Headings[place] : null))],
        };
    }

    private static int? PlaceOf(IReadOnlyList<string> headings, string? heading) =>
        heading is null ? null : headings.Index().Where(h => h.Item == heading).Select(h => (int?)h.Index).FirstOrDefault() ?? throw new BadHttpRequestException($"The table has no heading {heading}.");
}

/// <summary>An import as the API shows it.</summary>
/// <param name="State">Checked asks for a decision; Done and Undone are ends; Failed says why in Failure.</param>
/// <param name="Bad">Rows that need a change first.</param>
internal sealed record ImportRunResource(Guid Id, string Importer, string FileName, int Rows, string Who, DateTime At, ImportState State, int ToAdd, int ToChange, int Same, int Bad)
{
    public string? Failure { get; init; }

    /// <summary>A job should work on it, but none does: resume or undo it.</summary>
    public bool HasStopped { get; init; }

    /// <summary>The columns the import understands with the headings they stand under; null while they can't be changed.</summary>
    public IReadOnlyList<ImportColumn>? Columns { get; init; }

    public static ImportRunResource Of(ImportRun run) => new(run.Id, run.Importer, run.FileName, run.Rows, run.Who, run.At, run.State, run.ToAdd, run.ToChange, run.Same, run.Bad);
}

/// <param name="Name">What names the column when it is mapped, in English.</param>
/// <param name="Heading">Null where the table doesn't have it.</param>
internal sealed record ImportColumn(string Name, bool Required, string? Heading);
