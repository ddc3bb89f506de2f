using CommunityLms.Kernel.Tabular;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityLms.Kernel.Tests.Tabular;

public sealed class RoundTrips
{
    private static readonly string[] Pieces =
    [
        "Li Wen", "王小明", "𠮷", "👩‍🏫", "0012", "1.2E+10", "2026-09-01", "TRUE", "sep=;", "<b>", "&amp;", "_x0041_", "_x000", "ﬁ",
        "=1+1", "+", "-", "-5", "@", "＝", "'", "\"", ",", ";", "\t", "|", " ", "\u3000", "\n", "\r\n", "\r", "\u0007", "\uFFFE", "]]>",
    ];

    private static readonly Gen<string> Cell = Gen.Elements(Pieces).ArrayOf().Resize(4).Select(string.Concat);

    private static readonly Gen<(string[] Headings, string[][] Rows)> Table =
        from columns in Gen.Choose(1, 5)
        from headings in Cell.Select(text => "H" + text).ArrayOf(columns)
        from rows in Cell.ArrayOf(columns).ArrayOf()
        select (headings, rows);

    [Theory, InlineData(TableFormat.Csv), InlineData(TableFormat.Xlsx)]
    public void Table_WhenWrittenAndRead_IsTheSame(TableFormat format) => Prop.ForAll(Table.ToArbitrary(), async table =>
    {
        var file = await Tables.Open(await Tables.Write(format, table.Headings, table.Rows));

        file.Format.ShouldBe(format);
        file.Title.ShouldBeEmpty();
        file.Header.Cells.ShouldBe(table.Headings);
        file.Rows.Select(Seen).ShouldBe(table.Rows
            .Select((cells, i) => Seen(new(i + 2, cells[..(Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1)])))
            .Where(row => !row.EndsWith(':')));
    }).QuickCheckThrowOnFailure();

    [Theory, InlineData("=HYPERLINK(\"http://x\")"), InlineData("+86"), InlineData("@SUM(A1)"), InlineData("\t=1"), InlineData("-1+1"), InlineData("＝1")]
    public async Task Csv_WhenTextLooksLikeAFormula_StartsWithAnApostrophe(string text)
    {
        var file = System.Text.Encoding.UTF8.GetString(await Tables.Write(TableFormat.Csv, ["A", "B"], [[text, "x"]]));

        file.Split("\r\n")[1].Trim('"').ShouldStartWith("'" + text[0]);
    }

    [Fact]
    public async Task Csv_WhenNumberIsNegative_StaysANumber() =>
        System.Text.Encoding.UTF8.GetString(await Tables.Write(TableFormat.Csv, ["A", "B"], [[-5, "-2.5"]])).ShouldEndWith("\r\n-5,-2.5\r\n");

    [Fact]
    public async Task Csv_WhenWritten_StartsWithTheMarkExcelNeedsForChinese() =>
        (await Tables.Write(TableFormat.Csv, ["姓名"], []))[..3].ShouldBe([0xEF, 0xBB, 0xBF]);

    [Fact]
    public async Task Workbook_WhenWritten_IsValidAndKeepsTextsNumbersAndDaysApart()
    {
        var bytes = await Tables.Write(TableFormat.Xlsx, ["Staff number", "Hours", "Since"], [["0012", 2.5m, new DateOnly(2026, 9, 1)], ["12", 7, null]]);

        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator().Validate(document).Select(error => error.Description).ShouldBeEmpty();
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
        cells["A2"].DataType!.Value.ShouldBe(CellValues.InlineString);
        cells["B2"].DataType.ShouldBeNull();
        cells["B2"].InnerText.ShouldBe("2.5");
        cells["C2"].InnerText.ShouldBe("46266");
        (await Tables.Open(bytes)).Rows.Select(Seen).ShouldBe(["2:0012|2.5|2026-09-01", "3:12|7"]);
    }

    [Fact]
    public async Task Workbook_WhenTextIsLongerThanExcelAllows_IsCutWithAnEllipsis() =>
        (await Tables.Open(await Tables.Write(TableFormat.Xlsx, ["A", "B"], [[new string('x', 40_000), "y"]]))).Rows.Single()[0].ShouldBe(new string('x', 32_766) + "…");

    [Theory, InlineData("Staff / 2026: [all]*?", "Staff  2026 all"), InlineData("///", "Sheet1")]
    public async Task Workbook_WhenSheetNameIsNotAllowed_IsNamedByWhatIs(string name, string expected)
    {
        var to = new Tables.ResponseBody();
        await (await TableWriter.Create(to, TableFormat.Xlsx, name, ["A"], CancellationToken.None)).DisposeAsync();

        (await Tables.Open(to.ToArray())).Sheets.ShouldBe([expected]);
    }

    private static string Seen(TableRow row) => $"{row.Number}:{string.Join('|', row.Cells)}";
}
