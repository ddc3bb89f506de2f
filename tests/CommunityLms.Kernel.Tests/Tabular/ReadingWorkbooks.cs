using System.IO.Compression;
using System.Text;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Kernel.Tests.Tabular;

public sealed class ReadingWorkbooks
{
    private static readonly (string Kind, string Part)[] Links = [("worksheet", "worksheets/sheet1"), ("worksheet", "worksheets/sheet2"), ("sharedStrings", "sharedStrings"), ("styles", "../xl/styles")];

    [Theory]
    [InlineData("<c r='A1' s='1'><v>46266</v></c>", "2026-09-01")]
    [InlineData("<c r='A1' s='1'><v>46266.5</v></c>", "2026-09-01 12:00:00")]
    [InlineData("<c r='A1' s='1'><v>0.3541666667</v></c>", "08:30:00")]
    [InlineData("<c r='A1' s='1'><v>59</v></c>", "1900-02-28")]
    [InlineData("<c r='A1' s='2'><v>46266</v></c>", "2026-09-01")]
    [InlineData("<c r='A1' s='3'><v>1.1041666667</v></c>", "26:30")]
    [InlineData("<c r='A1' s='4'><v>42</v></c>", "00042")]
    [InlineData("<c r='A1' s='5'><v>12.5</v></c>", "12.5")]
    [InlineData("<c r='A1' s='6'><v>46266</v></c>", "2026-09-01")]
    [InlineData("<c r='A1'><v>46266</v></c>", "46266")]
    [InlineData("<c r='A1'><v>1.2E+10</v></c>", "12000000000")]
    [InlineData("<c r='A1'><v>20261234567890</v></c>", "20261234567890")]
    [InlineData("<c r='A1'><v>440106199001011234</v></c>", "440106199001011234")]
    [InlineData("<c r='A1'><v>4.40106199001011E+17</v></c>", "4.40106199001011E+17")]
    [InlineData("<c r='A1'><v>0.30000000000000004</v></c>", "0.3")]
    [InlineData("<c r='A1' t='b'><v>1</v></c>", "TRUE")]
    [InlineData("<c r='A1' t='e'><v>#N/A</v></c>", "#N/A")]
    [InlineData("<c r='A1' t='d'><v>2026-09-01T00:00:00</v></c>", "2026-09-01")]
    [InlineData("<c r='A1' t='str'><f>A2&amp;\"x\"</f><v>a_x000A_b</v></c>", "a\nb")]
    [InlineData("<c r='A1' t='s'><v>0</v></c>", "shared")]
    [InlineData("<c r='A1' t='s'><v>1</v></c>", "王小明")]
    [InlineData("<c r='A1' t='inlineStr'><is><r><t>rich </t></r><r><t>text</t></r></is></c>", "rich text")]
    public async Task Cell_WhenStoredInAnyForm_IsReadAsPeopleSeeIt(string cell, string seen) =>
        (await Tables.Open(Book($"<row r='1'>{cell}</row>"))).Header[0].ShouldBe(seen);

    [Fact]
    public async Task Days_WhenCountedFrom1904_AreRight() =>
        (await Tables.Open(Book("<row r='1'><c r='A1' s='1'><v>44804</v></c></row>", workbook: "<workbookPr date1904='1'/>"))).Header[0].ShouldBe("2026-09-01");

    [Fact]
    public async Task Rows_WhenSomeAreEmptyOrUnnumbered_KeepTheNumbersOfTheSheet()
    {
        var file = await Tables.Open(Book("<row r='3'><c r='A3'><v>1</v></c><c r='B3'><v>2</v></c></row><row r='5'><c r='B5'/></row><row r='7'><c r='AB7'><v>3</v></c></row><row><c><v>4</v></c></row>"));

        file.Header.Number.ShouldBe(3);
        file.Rows.Select(row => (row.Number, row.Cells.Count, row.Cells[^1])).ShouldBe([(7, 28, "3"), (8, 1, "4")]);
    }

    [Fact]
    public async Task Sheet_WhenTheFirstIsHidden_IsTheFirstVisibleOrTheNamedOne()
    {
        var file = await Tables.Open(Book("<row r='1'><c r='A1'><v>1</v></c></row>", firstHidden: true));

        file.Sheets.ShouldBe(["Staff", "Others"]);
        file.Header[0].ShouldBe("1");
        file.OnSheet("Others").Header[0].ShouldBe("other");
        Should.Throw<TableRefused>(() => file.OnSheet("Secret")).Problem.ShouldBe(TableProblem.SheetNotFound);
    }

    [Fact]
    public async Task Workbook_WhenItHoldsAMalformedMailLink_IsReadAllTheSame() => (await Tables.Open(Book("<row r='1'><c r='A1'><v>1</v></c></row>",
        ("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='x' Type='x/hyperlink' Target='mailto:!@#[]' TargetMode='External'/></Relationships>")))).Header[0].ShouldBe("1");

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row r='1'><c r='A1' t='str'><v>&x;</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>99</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r='99999999'><c><v>1</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r='1'>")]
    [InlineData("")]
    public async Task Workbook_WhenASheetIsBrokenOrDeclaresEntities_IsNamedAsDamaged(string sheet) =>
        (await Tables.Refusal(Book("", ("xl/worksheets/sheet1.xml", sheet)))).Problem.ShouldBe(TableProblem.Damaged);

    [Fact]
    public async Task File_WhenOldOrEncrypted_IsNamedSo()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

        (await Tables.Refusal(old)).Problem.ShouldBe(TableProblem.OldWorkbook);
        (await Tables.Refusal([.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")])).Problem.ShouldBe(TableProblem.Encrypted);
    }

    [Fact]
    public async Task Archive_WhenItIsNoWorkbook_IsNamedAsNoTable()
    {
        (await Tables.Refusal(Zip(("readme.txt", "hello")))).Problem.ShouldBe(TableProblem.NotATable);
        (await Tables.Refusal(Zip(("_rels/.rels", "<Relationships><Relationship Id='1' Type='x/officeDocument' Target='xl/workbook.bin'/></Relationships>"), ("xl/workbook.bin", "")))).Problem.ShouldBe(TableProblem.NotATable);
        (await Tables.Refusal(Zip(("_rels/.rels", "<Relationships><Relationship Id='1' Type='x/officeDocument' Target='word/document.xml'/></Relationships>"), ("word/document.xml", "<document/>")))).Problem.ShouldBe(TableProblem.NotATable);
    }

    /// <summary>A workbook as Excel saves it, with these rows on its first visible sheet.</summary>
    internal static byte[] Book(string rows, string workbook = "", bool firstHidden = false, params (string, string)[] instead) => Zip([.. instead, .. new[]
    {
        ("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='/xl/workbook.xml'/></Relationships>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships>" + string.Concat(Links.Select((link, i) => $"<Relationship Id='r{i}' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/{link.Kind}' Target='{link.Part}.xml'/>")) + "</Relationships>"),
        ("xl/workbook.xml", $"<workbook xmlns='x' xmlns:r='y'>{workbook}<sheets>{(firstHidden ? "<sheet name='Secret' state='hidden' r:id='r1'/>" : "")}<sheet name='Staff' r:id='r0'/><sheet name='Others' r:id='r1'/></sheets></workbook>"),
        ("xl/styles.xml", "<styleSheet><numFmts count='4'><numFmt numFmtId='164' formatCode='yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@'/><numFmt numFmtId='165' formatCode='[h]:mm'/><numFmt numFmtId='166' formatCode='00000'/><numFmt numFmtId='167' formatCode='[Red]0.00&quot; days&quot;'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/><xf numFmtId='167'/><xf numFmtId='31'/></cellXfs></styleSheet>"),
        ("xl/sharedStrings.xml", "<sst>\n <si>\n  <t>shared</t>\n </si><si><t>王小明</t><rPh sb='0' eb='1'><t>reading aid</t></rPh></si></sst>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        ("xl/worksheets/sheet2.xml", "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>other</t></is></c></row></sheetData></worksheet>"),
    }]);

    internal static byte[] Book(string rows, params (string, string)[] instead) => Book(rows, workbook: "", firstHidden: false, instead);

    internal static byte[] Zip(params (string Path, string Content)[] parts)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in parts.DistinctBy(part => part.Path))
            {
                using var part = new StreamWriter(zip.CreateEntry(path).Open());
                part.Write(content);
            }
        return bytes.ToArray();
    }
}
