using System.Text.Json;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Kernel.Tenancy;

namespace CommunityLms.Kernel.Data.Imports;

public enum ImportState { Uploaded, Checking, Checked, Applying, Done, Failed, Undoing, Undone }

/// <summary>One file on its way in: what it is, how its columns were understood, what it will do, what it did.</summary>
[NotAudited]
public sealed class ImportRun : Aggregate
{
    private const int ProblemsKept = 1000;
    private const int ExamplesKept = 50;

    /// <summary>What the slot of a run says while it changes records. A unique index over it lets one run of an institute do so at a time.</summary>
    private const string Busy = "busy";

    private ImportRun()
    {
    }

    /// <param name="rows">How many rows stand below the headings.</param>
    public ImportRun(string importer, Guid fileId, string fileName, int rows, Actor? by, DateTime at)
    {
        (Importer, FileId, FileName, Rows, At) = (importer, fileId, fileName, rows, at);
        (AccountId, Who) = (by?.AccountId, by?.Name ?? "System");
        Slot = Free;
    }

    public string Importer { get; private set; } = "";

    public Guid FileId { get; private set; }

    public string FileName { get; private set; } = "";

    public int Rows { get; private set; }

    /// <summary>Who brought the file; null for the system.</summary>
    public Guid? AccountId { get; private set; }

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

    /// <summary>The good rows are imported although others are bad.</summary>
    public bool OnlyGood { get; private set; }

    /// <summary>All its rows were carried out.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The job that works on it now, or did last.</summary>
    public Guid? JobId { get; private set; }

    /// <summary>JSON: why it failed or can't be undone.</summary>
    public string? Failure { get; private set; }

    /// <summary>Binds what it changes in the audit trail; null while nothing of it is there.</summary>
    public Guid? ChangeSetId { get; private set; }

    /// <summary>Binds what taking it back changes, however many tries that takes.</summary>
    public Guid? UndoSetId { get; private set; }

    public string Slot { get; private set; } = "";

    /// <summary>A job works on it, or should.</summary>
    public bool IsUnderWay => State is ImportState.Checking or ImportState.Applying or ImportState.Undoing;

    private string Free => Id.ToString("N");

    /// <exception cref="RuleBroken">A needed column has no heading, or the import is past being checked.</exception>
    public void Map(ColumnMapping mapping)
    {
        Ensure(State is ImportState.Uploaded or ImportState.Checked or ImportState.Failed or ImportState.Undone, ImportRules.UnderWay);
        Ensure(mapping.IsComplete, ImportRules.ColumnsMissing, string.Join(", ", mapping.Missing.Select(c => c.Name)));
        Mapping = JsonSerializer.Serialize(mapping.Columns.Where(c => mapping.PlaceOf(c) is not null).ToDictionary(c => c.Name, c => mapping.PlaceOf(c)!.Value));
        (State, Failure) = (ImportState.Checking, null);
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

    public void Checked(IReadOnlyList<PlannedRow> rows)
    {
        var byFate = rows.OrderBy(r => r.Row.Number).ToLookup(r => r.Fate);
        (ToAdd, ToChange, Same, Bad) = (byFate[RowFate.Add].Count(), byFate[RowFate.Change].Count(), byFate[RowFate.Same].Count(), byFate[RowFate.Bad].Count());
        Problems = JsonSerializer.Serialize(byFate[RowFate.Bad].SelectMany(r => r.Problems).Take(ProblemsKept).Select(KeptProblem.Of));
        Examples = JsonSerializer.Serialize(byFate[RowFate.Change].Concat(byFate[RowFate.Add]).Take(ExamplesKept).Select(r => new KeptExample(r.Row.Number, r.Fate, r.Label, r.Changes)));
        State = ImportState.Checked;
    }

    /// <exception cref="RuleBroken">It isn't checked, or there are bad rows and nobody said to leave them out.</exception>
    public void BeginApply(bool onlyGood)
    {
        Ensure(State == ImportState.Checked, ImportRules.NotChecked);
        Ensure(Bad == 0 || onlyGood, ImportRules.HasBadRows, Bad);
        (State, OnlyGood, IsComplete, Failure, Slot) = (ImportState.Applying, onlyGood, false, null, Busy);
        (ChangeSetId, UndoSetId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
    }

    public void Applied() => (State, IsComplete, Slot) = (ImportState.Done, true, Free);

    /// <summary>It stopped on the way, and nothing of it is left; it can be checked and imported again.</summary>
    public void TakenBack(ImportState state, KeptProblem? failure) =>
        (State, ChangeSetId, Failure, Slot) = (state, null, failure is null ? null : JsonSerializer.Serialize(failure), Free);

    /// <param name="stopped">It was being applied and nobody works on it any more.</param>
    /// <exception cref="RuleBroken">There is nothing to take back.</exception>
    public void BeginUndo(bool stopped)
    {
        Ensure(State == ImportState.Done || (stopped && State == ImportState.Applying), ImportRules.NotDone);
        (State, Failure, Slot) = (ImportState.Undoing, null, Busy);
    }

    /// <summary>It can't be taken back, and all of it is still there.</summary>
    public void UndoRefused(KeptProblem failure) =>
        (State, Failure, Slot) = (IsComplete ? ImportState.Done : ImportState.Applying, JsonSerializer.Serialize(failure), IsComplete ? Free : Busy);

    /// <summary>It never came to changing anything.</summary>
    public void Fail(KeptProblem failure) => (State, Failure) = (ImportState.Failed, JsonSerializer.Serialize(failure));
}
