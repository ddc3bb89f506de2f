namespace CommunityLms.Kernel.Tabular;

/// <summary>One row with content, as text.</summary>
/// <param name="Number">The row as the spreadsheet program numbers it, from 1.</param>
/// <param name="Cells">Cells from column A on, without empty ones at the end.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The cell in a column counted from 0; empty text beyond the last.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";

    /// <summary>A, B … Z, AA for a column counted from 0.</summary>
    public static string Letter(int column) =>
        (column >= 26 ? Letter((column / 26) - 1) : "") + (char)('A' + (column % 26));

    /// <summary>Makes a row of raw cells, or none when nothing is in them.</summary>
    /// <exception cref="TableRefused">Too many columns, or too long a cell.</exception>
    internal static TableRow? Of(int number, List<string> raw, TableLimits limits)
    {
        for (var i = 0; i < raw.Count; i++)
            raw[i] = FormulaGuard.TakeOff(raw[i]);
        var count = raw.FindLastIndex(cell => !string.IsNullOrWhiteSpace(cell)) + 1;
        if (count == 0)
            return null;
        if (count > limits.Columns)
            throw new TableRefused(TableProblem.TooManyColumns, number, Letter(limits.Columns), limits.Columns);
        var tooLong = raw.FindIndex(cell => cell.Length > limits.CellLength);
        return tooLong >= 0
            ? throw new TableRefused(TableProblem.CellTooLong, number, Letter(tooLong), limits.CellLength)
            : new(number, raw.GetRange(0, count));
    }
}
