namespace CommunityLms.Kernel.Tabular;

/// <summary>What is wrong with one cell, and what to do about it.</summary>
/// <param name="Row">The row as the spreadsheet program numbers it.</param>
/// <param name="Column">The heading as it stands in the file.</param>
/// <param name="Text">English text, at once the key of its translation.</param>
/// <param name="Args">What fills the places in the text.</param>
public sealed record CellProblem(int Row, string Column, string Text, params object[] Args);

/// <summary>A row read through a mapping: values of the right kind, and what couldn't be read.</summary>
public sealed class TypedRow
{
    private readonly Dictionary<TableColumn, object> _values = [];
    private readonly List<CellProblem> _problems = [];
    private readonly ColumnMapping _mapping;

    private TypedRow(int number, ColumnMapping mapping) => (Number, _mapping) = (number, mapping);

    /// <summary>The row as the spreadsheet program numbers it.</summary>
    public int Number { get; }

    /// <summary>Cells that couldn't be read and required ones that are empty; the row is good when there are none.</summary>
    public IReadOnlyList<CellProblem> Problems => _problems;

    /// <summary>Reads the cells of all mapped columns.</summary>
    public static TypedRow Read(TableRow row, ColumnMapping mapping)
    {
        var typed = new TypedRow(row.Number, mapping);
        foreach (var column in mapping.Columns)
            if (mapping.PlaceOf(column) is { } place)
                typed.Read(column, row[place]);
        return typed;
    }

    /// <summary>Whether the file has the column; where it hasn't, what is stored is left alone.</summary>
    public bool Has(TableColumn column) => _mapping.PlaceOf(column) is not null;

    /// <summary>A text or email address; none when the cell is empty, unreadable or not in the file.</summary>
    public string? Text(TableColumn column) => Value<string>(column);

    /// <summary>A day.</summary>
    public DateOnly? Date(TableColumn column) => Value<object>(column) as DateOnly?;

    /// <summary>A number without fraction.</summary>
    public int? WholeNumber(TableColumn column) => Value<object>(column) as int?;

    /// <summary>The <see cref="TableChoice.Value"/> of the word in the cell.</summary>
    public string? Choice(TableColumn column) => Value<string>(column);

    /// <summary>Yes or no.</summary>
    public bool? YesNo(TableColumn column) => Value<string>(column) is { } word ? word == "true" : null;

    /// <summary>A problem the caller found in a readable cell ("There is no subject of this name."), put beside its row and heading.</summary>
    public CellProblem Problem(TableColumn column, string text, params object[] args) =>
        new(Number, _mapping.PlaceOf(column) is { } place ? _mapping.Headings[place] : column.Name, text, args);

    private T? Value<T>(TableColumn column) where T : class => _values.GetValueOrDefault(column) as T;

    private void Read(TableColumn column, string cell)
    {
        var text = CellReader.Clean(cell);
        if (text.Length == 0)
        {
            if (column.Required)
                _problems.Add(Problem(column, CellReader.Required));
        }
        else if (CellReader.Read(column, text, out var problem, out var args) is { } value)
            _values[column] = value;
        else
            _problems.Add(Problem(column, problem, args));
    }
}
