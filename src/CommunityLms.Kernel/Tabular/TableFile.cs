using System.Xml;

namespace CommunityLms.Kernel.Tabular;

/// <summary>
/// A table somebody brought: CSV or XLSX, told apart by content. The file's bytes are kept (they are limited), the rows are
/// read one by one each time they are asked for, so a preview and the import after it read the same file twice.
/// </summary>
public sealed class TableFile
{
    private const int TitleLinesAtMost = 5;
    private readonly byte[] _bytes;
    private readonly TableLimits _limits;
    private readonly ITableSource _source;

    private TableFile(string name, byte[] bytes, TableLimits limits, ITableSource source)
    {
        (Name, _bytes, _limits, _source) = (name, bytes, limits, source);
        var first = Safely(source.Rows()).Take(TitleLinesAtMost + 1).ToList();
        if (first.Count == 0)
            throw new TableRefused(TableProblem.Empty);
        // Offices like a title over the whole width above the headings: lines of one cell, with wider ones below.
        var heading = first.FindIndex(row => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) > 1);
        Header = first[Math.Max(heading, 0)];
        Title = first[..Math.Max(heading, 0)];
    }

    /// <summary>The file's name without its folder, for messages only.</summary>
    public string Name { get; }

    /// <summary>What the content is, whatever the name says.</summary>
    public TableFormat Format => _source is TextTable ? TableFormat.Csv : TableFormat.Xlsx;

    /// <summary>Names of the visible sheets of a workbook; none for CSV.</summary>
    public IReadOnlyList<string> Sheets => _source.Sheets;

    /// <summary>Lines of a single cell above the headings ("Staff list, autumn 2026"), to be shown, not imported.</summary>
    public IReadOnlyList<TableRow> Title { get; }

    /// <summary>The heading row.</summary>
    public TableRow Header { get; }

    /// <summary>The rows below the headings, read while enumerated; empty ones are left out.</summary>
    /// <exception cref="TableRefused">While enumerating: the file is damaged further down or breaks a limit.</exception>
    public IEnumerable<TableRow> Rows
    {
        get
        {
            var count = 0;
            foreach (var row in Safely(_source.Rows()).Skip(Title.Count + 1))
            {
                if (++count > _limits.Rows)
                    throw new TableRefused(TableProblem.TooManyRows, row.Number, null, _limits.Rows);
                yield return row;
            }
        }
    }

    /// <summary>Reads an upload up to its limit, says what it is and reads its headings.</summary>
    /// <exception cref="TableRefused">The file is no table that can be read here.</exception>
    public static async Task<TableFile> Open(Stream content, string fileName, TableLimits limits, CancellationToken cancel)
    {
        var bytes = await ReadUpTo(limits.Bytes, content, cancel);
        return Safely(() => new TableFile(Path.GetFileName(fileName), bytes, limits, Sniff(bytes, limits)));
    }

    /// <summary>The same workbook, another of its sheets.</summary>
    /// <exception cref="TableRefused">There is no such visible sheet, or it can't be read.</exception>
    public TableFile OnSheet(string sheet) => Format is TableFormat.Csv
        ? throw new TableRefused(TableProblem.SheetNotFound, null, null, sheet)
        : Safely(() => new TableFile(Name, _bytes, _limits, new Workbook(_bytes, _limits, sheet)));

    private static ITableSource Sniff(byte[] bytes, TableLimits limits)
    {
        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith("PK\x03\x04"u8) || content.StartsWith("PK\x05\x06"u8))
            return new Workbook(bytes, limits, sheet: null);
        if (content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) // OLE: old Excel, or the wrapping of an encrypted workbook
            throw new TableRefused(content.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0 ? TableProblem.Encrypted : TableProblem.OldWorkbook);
        return new TextTable(bytes, limits);
    }

    private static async Task<byte[]> ReadUpTo(int limit, Stream content, CancellationToken cancel)
    {
        using var copy = new MemoryStream(content.CanSeek ? (int)Math.Min(content.Length - content.Position, limit) : 0);
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            if (copy.Length + read > limit)
                throw new TableRefused(TableProblem.FileTooLarge, null, null, limit / (1024 * 1024));
            copy.Write(buffer, 0, read);
        }
        return copy.ToArray();
    }

    private static IEnumerable<TableRow> Safely(IEnumerable<TableRow> rows)
    {
        using var row = rows.GetEnumerator();
        while (Safely(row.MoveNext))
            yield return row.Current;
    }

    /// <summary>What the zip and XML readers throw at a damaged workbook becomes one refusal.</summary>
    private static T Safely<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            throw new TableRefused(TableProblem.Damaged);
        }
    }
}

/// <summary>Where rows come from. Each enumeration reads anew.</summary>
internal interface ITableSource
{
    IReadOnlyList<string> Sheets { get; }

    IEnumerable<TableRow> Rows();
}
