using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Kernel.Imports;

/// <summary>
/// Something a module takes in from a table and gives out as one. The kernel does the rest: upload, mapping of columns, preview, problems by
/// row and column, progress, all or the good part, history and undo.
/// </summary>
public interface IImporter : IContributor
{
    /// <summary>Its name in the address: "people".</summary>
    string Name { get; }

    /// <summary>What it imports (English, the key of its translations).</summary>
    string Title { get; }

    /// <summary>Who may import and export.</summary>
    string Permission { get; }

    /// <summary>The columns it understands; may depend on the institute.</summary>
    Task<IReadOnlyList<TableColumn>> Columns(CancellationToken cancel);

    /// <summary>
    /// Holds the rows against what is stored and says what would happen to each, in the order in which they must be carried out. Changes
    /// nothing, asks the database in batches. A row that was carried out before is planned as the same: an import that was killed begins
    /// again and relies on it.
    /// </summary>
    IAsyncEnumerable<PlannedRow> Plan(IReadOnlyList<TypedRow> rows, CancellationToken cancel);

    /// <summary>Carries out a batch of rows planned as an addition or a change, with one save, which is one transaction.</summary>
    Task Apply(IReadOnlyList<PlannedRow> rows, CancellationToken cancel);

    /// <summary>
    /// Reads all records within the person's reach, in the columns above and in their order: texts, numbers, days, and for a choice its
    /// <see cref="TableChoice.Value"/>. What is exported and imported again changes nothing.
    /// </summary>
    IAsyncEnumerable<IReadOnlyList<object?>> Export(CancellationToken cancel);
}

/// <summary>What happens to a row.</summary>
public enum RowFate { Add, Change, Same, Bad }

/// <summary>A row of the table with what the import will do to it.</summary>
/// <param name="Row">The row as it was read.</param>
/// <param name="Label">Whom or what it is about, for the preview.</param>
/// <param name="Problems">Why it is bad; empty otherwise.</param>
/// <param name="Changes">For a change: heading, before, after.</param>
/// <param name="Payload">What the importer needs to carry it out; stays in memory.</param>
public sealed record PlannedRow(TypedRow Row, RowFate Fate, string Label, IReadOnlyList<CellProblem> Problems, IReadOnlyList<CellChange> Changes, object? Payload = null)
{
    public static PlannedRow Bad(TypedRow row, string label, IEnumerable<CellProblem> problems) => new(row, RowFate.Bad, label, [.. problems], []);

    public static PlannedRow Add(TypedRow row, string label, object payload) => new(row, RowFate.Add, label, [], [], payload);

    /// <summary>A change where something differs, otherwise the same.</summary>
    public static PlannedRow ChangeOrSame(TypedRow row, string label, IReadOnlyList<CellChange> changes, object payload) =>
        new(row, changes.Count > 0 ? RowFate.Change : RowFate.Same, label, [], changes, payload);
}

/// <summary>A cell that will change what is stored.</summary>
/// <param name="Column">The column's name (English, the key of its translations).</param>
/// <param name="Before">As a cell holds it; of a choice the first word (English, the key of its translations).</param>
public sealed record CellChange(string Column, string? Before, string? After)
{
    /// <summary>The cells of one record that differ before and after a change.</summary>
    /// <param name="columns">The columns of both, in their order.</param>
    public static IReadOnlyList<CellChange> Between(IReadOnlyList<TableColumn> columns, IReadOnlyList<object?> before, IReadOnlyList<object?> after) =>
        [.. columns.Select((column, i) => new CellChange(column.Name, column.Shown(before[i]), column.Shown(after[i]))).Where(c => c.Before != c.After)];
}
