using System.Globalization;
using System.Xml;

namespace CommunityLms.Kernel.Tabular;

/// <summary>Rows of one sheet of an XLSX workbook, as people see them there. Source: ISO/IEC 29500-1, part 18 (SpreadsheetML).</summary>
internal sealed class Workbook : ITableSource
{
    private const int RowsOfExcel = 1_048_576;
    private readonly byte[] _bytes;
    private readonly TableLimits _limits;
    private readonly string _sheetPart;
    private readonly string? _stringsPart;
    private readonly WorkbookNumbers _numbers;
    private List<string>? _strings;

    public Workbook(byte[] bytes, TableLimits limits, string? sheet)
    {
        (_bytes, _limits) = (bytes, limits);
        using var archive = new WorkbookArchive(bytes, limits);
        var book = archive.Links("").FirstOrDefault(link => link.Kind == "officeDocument")?.Part;
        if (book is null || !book.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) // another kind of archive, or a binary workbook
            throw new TableRefused(TableProblem.NotATable);
        var links = archive.Links(book);
        using var xml = archive.Open(book) ?? throw new TableRefused(TableProblem.Damaged);
        xml.MoveToContent();
        if (xml.LocalName != "workbook")
            throw new TableRefused(TableProblem.NotATable);
        var (sheets, from1904) = ReadBook(xml, links);
        Sheets = [.. sheets.Select(s => s.Name)];
        if (sheets.Count == 0)
            throw new TableRefused(TableProblem.NoVisibleSheet);
        _sheetPart = sheet is null
            ? sheets[0].Part
            : sheets.Find(s => s.Name == sheet).Part ?? throw new TableRefused(TableProblem.SheetNotFound, null, null, sheet);
        _stringsPart = links.FirstOrDefault(link => link.Kind == "sharedStrings")?.Part;
        _numbers = WorkbookNumbers.Read(links.FirstOrDefault(link => link.Kind == "styles") is { } styles ? archive.Open(styles.Part) : null, from1904);
    }

    public IReadOnlyList<string> Sheets { get; }

    public IEnumerable<TableRow> Rows()
    {
        using var archive = new WorkbookArchive(_bytes, _limits);
        _strings ??= ReadStrings(archive);
        using var xml = archive.Open(_sheetPart) ?? throw new TableRefused(TableProblem.Damaged);
        var cells = new List<string>();
        var text = new CellText(_limits.CellLength);
        var number = 0;
        while (xml.Read())
        {
            if (!xml.IsStartOf("row"))
                continue;
            number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : number + 1;
            if (number is < 1 or > RowsOfExcel)
                throw new TableRefused(TableProblem.Damaged);
            cells.Clear();
            if (!xml.IsEmptyElement)
                while (xml.Read() && !xml.IsEndOf("row"))
                    if (xml.IsStartOf("c"))
                        ReadCell(xml, text, number, cells);
            if (TableRow.Of(number, cells, _limits) is { } row)
                yield return row;
        }
    }

    private static (List<(string Name, string Part)> Sheets, bool From1904) ReadBook(XmlReader xml, IReadOnlyList<PartLink> links)
    {
        var sheets = new List<(string Name, string Part)>();
        var from1904 = false;
        while (xml.Read())
        {
            if (xml.IsStartOf("workbookPr"))
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (!xml.IsStartOf("sheet") || xml.GetAttribute("state") is "hidden" or "veryHidden")
                continue;
            var name = xml.GetAttribute("name") ?? "";
            var id = "";
            for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
                if (xml.LocalName == "id")
                    id = xml.Value;
            if (links.FirstOrDefault(link => link.Id == id && link.Kind == "worksheet") is { } link)
                sheets.Add((name, link.Part));
        }
        return (sheets, from1904);
    }

    private List<string> ReadStrings(WorkbookArchive archive)
    {
        var strings = new List<string>();
        var text = new CellText(_limits.CellLength);
        using var xml = _stringsPart is null ? null : archive.Open(_stringsPart);
        while (xml is not null && xml.Read())
            if (xml.IsStartOf("si"))
                strings.Add(WorkbookXml.Unescape(text.Read(xml)));
        return strings;
    }

    private void ReadCell(XmlReader xml, CellText text, int row, List<string> cells)
    {
        var column = Column(xml.GetAttribute("r")) ?? cells.Count;
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        var value = "";
        if (!xml.IsEmptyElement)
            while (xml.Read() && !xml.IsEndOf("c"))
                if (xml.IsStartOf("v") || xml.IsStartOf("is"))
                    value = text.Read(xml);
        if (value.Length == 0)
            return;
        if (column >= _limits.Columns)
            throw new TableRefused(TableProblem.TooManyColumns, row, TableRow.Letter(_limits.Columns), _limits.Columns);
        while (cells.Count <= column)
            cells.Add("");
        cells[column] = type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _strings!.Count
                ? _strings[index]
                : throw new TableRefused(TableProblem.Damaged, row, TableRow.Letter(column)),
            "str" or "inlineStr" => WorkbookXml.Unescape(value),
            "b" => value is "1" or "true" ? "TRUE" : "FALSE",
            "d" => value.EndsWith("T00:00:00", StringComparison.Ordinal) ? value[..10] : value,
            "e" => value,
            _ => _numbers.AsSeen(value, style),
        };
    }

    /// <summary>The column, counted from 0, of a reference such as AB12.</summary>
    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (c is < 'A' or > 'Z' || column > 20_000)
                break;
            column = (column * 26) + c - 'A' + 1;
        }
        return column == 0 ? null : column - 1;
    }
}
