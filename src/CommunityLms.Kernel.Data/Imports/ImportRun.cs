using System.Text.Json;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Tabular;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Kernel.Data.Imports;

public enum ImportState { Uploaded, Checking, Checked, Applying, Done, Failed, Undoing, Undone }

/// <summary>One file on its way in: what it is, how its columns were understood, what it will do, what it did.</summary>
[NotAudited]
public sealed class ImportRun : Aggregate
{
    private const int ProblemsKept = 1000;
    private const int ExamplesKept = 50;

    private ImportRun()
    {
    }

    public ImportRun(string importer, Guid fileId, string fileName, string who, DateTime at) => (Importer, FileId, FileName, Who, At) = (importer, fileId, fileName, who, at);

    public string Importer { get; private set; } = "";

    public Guid FileId { get; private set; }

    public string FileName { get; private set; } = "";

    public string Who { get; private set; } = "";

    public DateTime At { get; private set; }

    public ImportState State { get; private set; }

    /// <summary>JSON: the place of each mapped column's heading, by the column's name.</summary>
    public string Mapping { get; private set; } = "{}";

    public int ToAdd { get; private set; }

    public int ToChange { get; private set; }

    public int Same { get; private set; }

    public int Bad { get; private set; }

    /// <summary>JSON: the first problems, by row and column.</summary>
    public string Problems { get; private set; } = "[]";

    /// <summary>JSON: the first rows with what will happen to them.</summary>
    public string Examples { get; private set; } = "[]";

    /// <summary>The job that works on it now, or did last.</summary>
    public Guid? JobId { get; private set; }

    /// <summary>Why it failed or can't be undone, in words.</summary>
    public string? Error { get; private set; }

    public void Map(ColumnMapping mapping)
    {
        Ensure(State is ImportState.Uploaded or ImportState.Checked or ImportState.Failed, ImportRules.UnderWay);
        Ensure(mapping.IsComplete, ImportRules.ColumnsMissing, string.Join(", ", mapping.Missing.Select(c => c.Name)));
        Mapping = JsonSerializer.Serialize(mapping.Columns.Where(c => mapping.PlaceOf(c) is not null).ToDictionary(c => c.Name, c => mapping.PlaceOf(c)!.Value));
    }

    /// <summary>Restores the mapping that was chosen.</summary>
    public ColumnMapping MappingOf(IReadOnlyList<string> headings, IReadOnlyList<TableColumn> columns)
    {
        var places = JsonSerializer.Deserialize<Dictionary<string, int>>(Mapping)!;
        var mapping = ColumnMapping.Guess(headings, columns);
        foreach (var column in columns)
            mapping = mapping.With(column, places.TryGetValue(column.Name, out var place) ? place : null);
        return mapping;
    }

    public void Queue(ImportState state, Guid jobId) => (State, JobId, Error) = (state, jobId, null);

    public void Checked(IReadOnlyList<PlannedRow> rows)
    {
        ILookup<RowFate, PlannedRow> byFate = rows.ToLookup(r => r.Fate);
        (ToAdd, ToChange, Same, Bad) = (byFate[RowFate.Add].Count(), byFate[RowFate.Change].Count(), byFate[RowFate.Same].Count(), byFate[RowFate.Bad].Count());
        Problems = JsonSerializer.Serialize(byFate[RowFate.Bad].SelectMany(r => r.Problems).Take(ProblemsKept).Select(p => new KeptProblem(p.Row, p.Column, p.Text, [.. p.Args.Select(a => a.ToString() ?? "")])));
        Examples = JsonSerializer.Serialize(rows.Where(r => r.Fate is RowFate.Add or RowFate.Change).Take(ExamplesKept).Select(r => new KeptExample(r.Row.Number, r.Fate, r.Label, r.Changes)));
        State = ImportState.Checked;
    }

    public void Applied() => State = ImportState.Done;

    public void Undone() => State = ImportState.Undone;

    /// <param name="state">Where it stands now: failed, or done when only its undoing failed.</param>
    public void Fail(string error, ImportState state = ImportState.Failed) => (State, Error) = (state, error);
}

/// <summary>A problem as it is kept: the text is the key of its translations.</summary>
public sealed record KeptProblem(int Row, string Column, string Text, IReadOnlyList<string> Args);

/// <summary>A row of the preview.</summary>
public sealed record KeptExample(int Row, RowFate Fate, string Label, IReadOnlyList<CellChange> Changes);

internal static class ImportRules
{
    public static readonly Rule UnderWay = new("This import is under way. Wait until it is finished.");
    public static readonly Rule ColumnsMissing = new("These columns are needed: {0}. Say which heading they stand under, or add them to the file.");
    public static readonly Rule NotChecked = new("This import has not been checked yet.");
    public static readonly Rule HasBadRows = new("{0} rows have problems. Correct them in the file, or import only the good rows.");
    public static readonly Rule NotDone = new("Only a finished import can be undone.");
    public static readonly Rule ChangedSince = new("It can't be undone any more: {0} of its records were changed or used since.");
}

internal sealed class ImportRunMapping : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.Property(r => r.Importer).HasMaxLength(60);
        builder.Property(r => r.FileName).HasMaxLength(260);
        builder.Property(r => r.Who).HasMaxLength(200);
        builder.HasIndex(r => new { r.TenantId, r.Importer, r.Id });
    }
}
