using System.Globalization;
using CsvHelper;

namespace CommunityLms.Kernel.Tabular;

/// <summary>
/// Writes a table row by row, holding one row at a time; disposing it completes the file.
/// Cells are texts, numbers, <see cref="DateOnly"/> or nothing. A text stays a text, whatever it looks like.
/// </summary>
public abstract class TableWriter : IAsyncDisposable
{
    /// <summary>Starts a file with its headings. The stream stays open.</summary>
    /// <param name="to">Where the file goes; written asynchronously only, so a response body will do.</param>
    /// <param name="format">CSV: UTF-8 with byte order mark, so that Excel reads Chinese rightly, and guarded against formulas. XLSX: headings bold and in sight.</param>
    /// <param name="name">The sheet's name; what Excel doesn't allow in it is left out.</param>
    /// <param name="headings">The heading row.</param>
    /// <param name="cancel">Stops the writing.</param>
    public static async Task<TableWriter> Create(Stream to, TableFormat format, string name, IReadOnlyList<string> headings, CancellationToken cancel)
    {
        if (format is TableFormat.Xlsx)
        {
            var workbook = new WorkbookWriter(to, name);
            await workbook.StartSheet([.. headings.Select(heading => new SheetColumn(heading))], cancel);
            return workbook;
        }
        var csv = new CsvTableWriter(to);
        await csv.Write([.. headings], cancel);
        return csv;
    }

    /// <summary>Writes one row.</summary>
    /// <exception cref="ArgumentException">A cell is of a type that isn't written.</exception>
    public abstract Task Write(IReadOnlyList<object?> cells, CancellationToken cancel);

    /// <summary>Completes the file.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>A number or day as every program reads it.</summary>
    internal static string Plain(object cell) => cell switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        int or long or decimal or double => ((IFormattable)cell).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell can't be a {cell.GetType().Name}.", nameof(cell)),
    };
}

internal sealed class CsvTableWriter(Stream to) : TableWriter
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    private readonly CsvWriter _csv = CsvWriter.Create(to, new CsvWriterOptions { WriteByteOrderMark = true, ValidateFieldCount = false }, leaveOpen: true);

    public override async Task Write(IReadOnlyList<object?> cells, CancellationToken cancel)
    {
        foreach (var cell in cells)
        {
            var text = cell is string written ? FormulaGuard.PutOn(written.Replace("\0", "", StringComparison.Ordinal)) : cell is null ? "" : Plain(cell);
            _csv.WriteField(text, NeedsQuotes(text) ? CsvQuoting.Always : CsvQuoting.WhenNeededOrWhitespace);
        }
        await _csv.EndRecordAsync(cancel);
    }

    public override ValueTask DisposeAsync() => _csv.DisposeAsync();

    /// <summary>What a reader that guesses the separator, or the kind of the file, could take for something else.</summary>
    private static bool NeedsQuotes(string text) =>
        text.IndexOfAny(Separators) >= 0 || text.StartsWith('<') || text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
}
