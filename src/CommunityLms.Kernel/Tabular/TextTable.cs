using System.Text;
using CsvHelper;

namespace CommunityLms.Kernel.Tabular;

/// <summary>
/// Rows of a text file, separated by what separates most evenly (comma, semicolon, tab, bar) or by Excel's first line "sep=;".
/// A line break inside quotation marks belongs to the cell and doesn't count as a row, as in Excel.
/// </summary>
internal sealed class TextTable : ITableSource
{
    private const int RowSizeAtMost = 1024 * 1024; // bytes; a missing quotation mark makes rows this long, people don't
    private readonly byte[] _bytes;
    private readonly TableLimits _limits;
    private readonly Encoding _encoding;

    public TextTable(byte[] bytes, TableLimits limits)
    {
        (_bytes, _limits, _encoding) = (bytes, limits, TextEncoding.Of(bytes));
        using var text = Text();
        int first;
        do
            first = text.Read();
        while (first >= 0 && char.IsWhiteSpace((char)first));
        if (first == '<')
            throw new TableRefused(TableProblem.NotATable); // a web page or XML, often named .xls
    }

    public IReadOnlyList<string> Sheets => [];

    public IEnumerable<TableRow> Rows()
    {
        using var csv = CsvReader.Create(Text(), new CsvReaderOptions
        {
            HasHeader = false,
            SkipEmptyLines = false, // they count as rows
            MaxRecordSize = RowSizeAtMost,
            OnMalformedRecord = RefuseOpenQuote,
        });
        var cells = new List<string>();
        while (Read(csv))
        {
            cells.Clear();
            for (var i = 0; i < csv.FieldCount; i++)
                cells.Add(csv.GetString(i));
            if (cells.Exists(cell => cell.Contains('\0', StringComparison.Ordinal)))
                throw new TableRefused(TableProblem.NotATable);
            if (TableRow.Of((int)csv.RowNumber, cells, _limits) is { } row)
                yield return row;
        }
    }

    private static bool Read(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException tooLong)
        {
            throw new TableRefused(TableProblem.RowTooLong, (int)tooLong.RecordNumber);
        }
    }

    /// <summary>Stray marks are read as text; only one that swallows the rest of the file does harm.</summary>
    private static void RefuseOpenQuote(CsvMalformedRecord record)
    {
        if (record.Reason is CsvMalformedReason.UnterminatedQuote)
            throw new TableRefused(TableProblem.UnclosedQuote, (int)record.RecordNumber);
    }

    private StreamReader Text()
    {
        var mark = _bytes.AsSpan().StartsWith(_encoding.Preamble) ? _encoding.Preamble.Length : 0;
        return new(new MemoryStream(_bytes, mark, _bytes.Length - mark), _encoding, detectEncodingFromByteOrderMarks: false);
    }
}
