using System.Text.Json;
using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tabular;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Areas.Imports;

/// <summary>What an import run says, in the reader's language; for its page and for the API.</summary>
public sealed class ImportReport(ImportRuns imports, Translations translations, IStringLocalizer<ShellTexts> texts) : IScopedDependency
{
    /// <summary>The words of the module that imports.</summary>
    public IStringLocalizer TextsOf(IImporter importer) => translations.For(importer.GetType().Assembly);

    /// <summary>Why it failed or can't be undone; null where there is nothing to say.</summary>
    public string? Failure(ImportRun run, IImporter importer) => KeptProblem.Read(run.Failure) is { } failure ? Tell(failure, importer) : null;

    public IReadOnlyList<ImportProblem> Problems(ImportRun run, IImporter importer) =>
        [.. JsonSerializer.Deserialize<List<KeptProblem>>(run.Problems)!.Select(p => new ImportProblem(p.Row, p.Column, Tell(p, importer)))];

    /// <summary>All problems kept, as a table to work through.</summary>
    public async Task WriteProblems(ImportRun run, IImporter importer, Stream to, CancellationToken cancel)
    {
        await using var table = await TableWriter.Create(to, TableFormat.Csv, "Problems", [texts["Row"], texts["Column"], texts["What to do"]], cancel);
        foreach (var problem in Problems(run, importer))
            await table.Write([problem.Row, problem.Column, problem.Text], cancel);
    }

    /// <summary>Which heading is which column; null while it can't be changed.</summary>
    public async Task<ColumnMapping?> Mapping(ImportRun run, IImporter importer, CancellationToken cancel)
    {
        if (run.State is not (ImportState.Uploaded or ImportState.Checked or ImportState.Failed or ImportState.Undone))
            return null;
        var table = await imports.Open(run, cancel);
        var columns = await importer.Columns(cancel);
        return run.Mapping == "{}" ? ColumnMapping.Guess(table.Header.Cells, columns, TextsOf(importer)) : run.MappingOf(table.Header.Cells, columns);
    }

    private string Tell(KeptProblem problem, IImporter importer) => TextsOf(importer)[problem.Text, [.. problem.Args]];
}

/// <param name="Row">The row of the file; null where the problem has no place.</param>
/// <param name="Column">The heading, or the column's letter.</param>
public sealed record ImportProblem(int? Row, string? Column, string Text);
