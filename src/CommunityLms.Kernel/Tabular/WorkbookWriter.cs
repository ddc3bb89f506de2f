using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CommunityLms.Kernel.Tabular;

/// <summary>A column of a sheet to be written.</summary>
/// <param name="Heading">What stands in its first row.</param>
/// <param name="Words">Words offered in a list when somebody fills the cells below; none for any content.</param>
internal sealed record SheetColumn(string Heading, params string[] Words);

/// <summary>
/// Writes a workbook straight into the stream, one sheet after the other. Not with the Open XML SDK, which keeps every part
/// in memory until the end. Source: ISO/IEC 29500-1, part 18 (SpreadsheetML).
/// </summary>
internal sealed class WorkbookWriter : TableWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const int CellLengthOfExcel = 32_767;
    private const int ListLengthOfExcel = 255;
    private const int LastRowOfExcel = 1_048_576;
    private const int HeadingStyle = 1;
    private const int TextStyle = 2;
    private const int DateStyle = 3;

    private readonly Outbox _outbox;
    private readonly ZipArchive _zip;
    private StreamWriter? _sheet;
    private SheetColumn[] _columns = [];
    private int _sheets;
    private int _row;

    /// <summary>Starts a workbook with these sheets; each is then started and filled in turn. The stream stays open.</summary>
    public WorkbookWriter(Stream to, params string[] sheets)
    {
        _outbox = new(to);
        _zip = new(_outbox, ZipArchiveMode.Create, leaveOpen: true);
        var numbers = Enumerable.Range(1, sheets.Length).ToList();
        WritePart("[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>{string.Concat(numbers.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Types}.worksheet+xml\"/>"))}</Types>
            """);
        WritePart("_rels/.rels", $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        WritePart("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="styles" Type="{Office}/styles" Target="styles.xml"/>{string.Concat(numbers.Select(n => $"<Relationship Id=\"sheet{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))}</Relationships>
            """);
        WritePart("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{string.Concat(numbers.Select(n => $"<sheet name=\"{WorkbookXml.Escape(SheetName(sheets[n - 1], n))}\" sheetId=\"{n}\" r:id=\"sheet{n}\"/>"))}</sheets></workbook>
            """);
        WritePart("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
    }

    /// <summary>Completes the sheet before, if any, and writes the head of the next one. Empty columns are formatted as text.</summary>
    public Task StartSheet(SheetColumn[] columns, CancellationToken cancel)
    {
        EndSheet();
        (_columns, _row) = (columns, 0);
        _sheet = OpenPart($"xl/worksheets/sheet{++_sheets}.xml");
        var widths = columns.Select((column, i) => FormattableString.Invariant($"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{Width(column.Heading)}\" style=\"{TextStyle}\" customWidth=\"1\"/>"));
        _sheet.Write($"""
            <worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>{(columns.Length == 0 ? "" : $"<cols>{string.Concat(widths)}</cols>")}<sheetData>
            """);
        return WriteRow([.. columns.Select(column => column.Heading)], HeadingStyle, cancel);
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">A sheet of Excel has no more rows.</exception>
    public override Task Write(IReadOnlyList<object?> cells, CancellationToken cancel) => WriteRow(cells, TextStyle, cancel);

    public override async ValueTask DisposeAsync()
    {
        EndSheet();
        _zip.Dispose();
        await _outbox.Send(CancellationToken.None);
    }

    private Task WriteRow(IReadOnlyList<object?> cells, int textStyle, CancellationToken cancel)
    {
        if (++_row > LastRowOfExcel)
            throw new InvalidOperationException("A sheet of Excel has no more rows.");
        var row = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<row r=\"{_row}\">");
        for (var i = 0; i < cells.Count; i++)
        {
            var at = TableRow.Letter(i) + _row.ToString(CultureInfo.InvariantCulture);
            _ = cells[i] switch
            {
                null or "" => row,
                string text => row.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{textStyle}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{WorkbookXml.Escape(Fit(FormulaGuard.KeepApostrophe(text)))}</t></is></c>"),
                DateOnly day when day.Year > 1900 => row.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{DateStyle}\"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>"),
                DateOnly day => row.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{textStyle}\" t=\"inlineStr\"><is><t>{Plain(day)}</t></is></c>"),
                var number => row.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{Plain(number)}</v></c>"),
            };
        }
        _sheet!.Write(row.Append("</row>"));
        return _outbox.SendIfMuch(cancel);
    }

    private void EndSheet()
    {
        if (_sheet is null)
            return;
        var lists = _columns
            .Select((column, i) => (Letter: TableRow.Letter(i), List: string.Join(',', column.Words)))
            .Where(column => column.List.Length is > 0 and <= ListLengthOfExcel)
            .Select(column => $"<dataValidation type=\"list\" allowBlank=\"1\" sqref=\"{column.Letter}2:{column.Letter}{LastRowOfExcel}\"><formula1>\"{WorkbookXml.Escape(column.List)}\"</formula1></dataValidation>")
            .ToList();
        _sheet.Write($"</sheetData>{(lists.Count == 0 ? "" : $"<dataValidations count=\"{lists.Count}\">{string.Concat(lists)}</dataValidations>")}</worksheet>");
        _sheet.Dispose();
        _sheet = null;
    }

    private void WritePart(string path, string xml)
    {
        using var part = OpenPart(path);
        part.Write(xml);
    }

    private StreamWriter OpenPart(string path)
    {
        var part = new StreamWriter(_zip.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        part.Write(Declaration);
        return part;
    }

    private static string Fit(string text) => text.Length <= CellLengthOfExcel ? text : text[..(CellLengthOfExcel - 1)] + '…';

    /// <summary>In widths of a digit; a Chinese character takes two.</summary>
    private static int Width(string heading) => Math.Clamp(heading.Sum(c => c < 0x1100 ? 1 : 2) + 4, 12, 60);

    private static string SheetName(string name, int number)
    {
        var allowed = string.Concat(name.Where(c => !char.IsControl(c) && !"[]:*?/\\'".Contains(c, StringComparison.Ordinal))).Trim();
        return allowed.Length == 0 ? FormattableString.Invariant($"Sheet{number}") : allowed[..Math.Min(allowed.Length, 31)];
    }
}
