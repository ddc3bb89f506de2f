using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>Files as they come from offices: each is refused or taken with words that tell what to do, and nothing is half-done.</summary>
[Collection(WorkingInTheSample.Name)]
public sealed class BadFiles(SampleAtWork host)
{
    private const string People = "Staff number,Family name,Given name,Unit code,Employed from", Units = "Code,Name,Kind,Parent code,Setting";

    [Theory]
    [InlineData("empty.csv", "The file holds no rows.")]
    [InlineData("program.csv", "This is neither a CSV file nor an Excel workbook (.xlsx).")]
    [InlineData("mixed.csv", "The characters can't be read from this row on.")]
    [InlineData("bomb.xlsx", "The workbook unpacks to far more data than a table needs.")]
    [InlineData("cut.xlsx", "The workbook is damaged.")]
    public async Task File_ThatIsNoTable_IsRefusedBesideItsField(string name, string said)
    {
        var admin = await host.As("admin");
        await admin.GoesTo("/imports/people");
        var before = await Runs(admin);

        await admin.Brings("Table", name, Content(name));
        await admin.Presses("Go on to the columns");

        await admin.Sees("One answer needs a change");
        await Assertions.Expect(admin.Main.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link)).ToContainTextAsync(said);
        await admin.SeesBeside("Table", said);
        (await Runs(admin)).ShouldBe(before);
    }

    [Theory]
    [InlineData("people", People, "P-1,陈,一,{school},2020-09-01;P-1,陈,二,{school},2020-09-01", "Row 2 has the same staff number.")]
    [InlineData("people", People + ",Subject", "P-2,陈,一,{school},2020-09-01,ALCHEMY", "There is no subject ALCHEMY.")]
    [InlineData("units", Units, "LOST-1,无区小学,School,,Rural", "A school stands below a district or county.")]
    [InlineData("units", Units, "RING-1,甲,Department,RING-2,;RING-2,乙,Department,RING-1,", "The unit would stand below itself:")]
    public async Task Row_ThatBreaksARule_IsNamedAndNotImported(string importer, string headings, string rows, string said)
    {
        var admin = await host.As("admin");
        var table = rows.Replace("{school}", await SchoolCode(admin), StringComparison.Ordinal).Replace(';', '\n');
        await admin.GoesTo($"/imports/{importer}");

        await ImportingPeople.Check(admin, $"{importer}-bad.csv", Table.Utf8($"{headings}\n{table}\n"));

        await Assertions.Expect(admin.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = said }).First).ToBeVisibleAsync();
        await admin.Sees("need a change first");
        await Assertions.Expect(admin.Main.Locator("summary").Filter(new() { HasText = "Import 2 rows" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Columns_WhenMissingOrDoubled_AreAskedForBeforeAnyRowIsRead()
    {
        var admin = await host.As("admin");
        await admin.GoesTo("/imports/people");
        await ImportingPeople.Check(admin, "columns.csv", Table.Utf8("Staff number,工号,Family name,Unit code,Employed from\nC-1,C-2,陈,X,2020-09-01\n"));

        await admin.Sees("Several headings fit “Staff number”.");
        await admin.Sees("Given name");
        await Assertions.Expect(admin.Main.Locator("summary").Filter(new() { HasText = "Import" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Encoding_OfChineseExcel_IsRecognised()
    {
        var admin = await host.As("admin");
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes($"工号,姓,名,单位编码,入职日期\nGB-1,龚,彬,{await SchoolCode(admin)},2020-09-01\n");
        await admin.GoesTo("/imports/people");
        await admin.Brings("Table", "龚.csv", gb18030);
        await admin.Presses("Go on to the columns");
        await admin.Chooses("Employed from", "入职日期");
        await admin.Presses("Check the rows");
        await admin.Confirms("Import 1 rows");
        await admin.Sees("1 added, 0 changed.");
        await admin.GoesTo("/institutes/people?q=GB-1");
        await admin.Sees("龚彬");
    }

    private static byte[] Content(string name) => name switch
    {
        "empty.csv" => [],
        "program.csv" => [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0],
        "mixed.csv" => [.. Table.Utf8(People + "\nM-1,陈,"), 0xB5, 0xD8, .. Encoding.UTF8.GetBytes(",X,2020-09-01\n")],
        "bomb.xlsx" => Bomb(),
        _ => [.. "PK\x03\x04"u8, .. new byte[200]],
    };

    /// <summary>A sheet of 300 MB of blanks, packed into 300 kB.</summary>
    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in new[]
            {
                ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
                ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="sheet.xml"/></Relationships>"""),
                ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="a"/></sheets></workbook>"""),
            })
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
            using var sheet = zip.CreateEntry("xl/sheet.xml", CompressionLevel.Optimal).Open();
            sheet.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row><c t=\"inlineStr\"><is><t>Staff number</t></is></c></row>"u8);
            var blanks = new byte[1024 * 1024];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < 300; i++)
                sheet.Write(blanks);
        }
        return file.ToArray();
    }

    private static Task<int> Runs(Someone admin) => admin.Main.Locator("ul.lms-due a").CountAsync();

    private static async Task<string> SchoolCode(Someone admin)
    {
        await admin.GoesTo("/imports/units");
        var units = Table.Read(await admin.Downloads(admin.Main.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }).Last));
        return units.Rows.First(r => r[units.Column("Kind")] == "School")[units.Column("Code")];
    }
}
