using System.IO.Compression;
using System.Text;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tabular;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Imports;

/// <summary>What is no table is refused with a message before anything of it is kept.</summary>
public sealed class BroughtFiles(ImportWorld world) : IClassFixture<ImportWorld>, IAsyncLifetime
{
    private TestInstitute _institute = null!;

    public async ValueTask InitializeAsync() => _institute = await TestInstitute.Found(world);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public Task File_WhenItsCharactersCantBeRead_IsRefused() =>
        IsRefused([.. "工号,姓,名,单位编码\r\n"u8, .. "1,陈晓兰陈晓兰,"u8, 0xFF, 0xFE, .. "\r\n"u8], "list.csv", TableProblem.UnknownEncoding);

    [Fact]
    public Task File_WhenEmpty_IsRefused() => IsRefused([], "list.csv", TableProblem.Empty);

    [Fact]
    public Task File_WhenItHasHeadingsOnly_IsRefused() => IsRefused("Staff number,Family name"u8.ToArray(), "list.csv", TableProblem.Empty);

    [Fact]
    public Task File_WhenAPictureNamedXlsx_IsRefused() => IsRefused([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0], "list.xlsx", TableProblem.NotATable);

    [Fact]
    public Task File_WhenAZipBombNamedXlsx_IsRefused() => IsRefused(Bomb(), "list.xlsx", TableProblem.UnpacksTooLarge);

    [Fact]
    public Task File_WhenLargerThanTheLimit_IsRefused() => IsRefused(new byte[TableLimits.Default.Bytes + 1], "list.csv", TableProblem.FileTooLarge);

    [Fact]
    public Task File_WhenARowFarDownIsBroken_IsRefused() =>
        IsRefused(TestInstitute.Csv(["Staff number,Family name", .. Enumerable.Range(1, 2000).Select(i => $"{i},a"), "2001,\"open"]), "list.csv", TableProblem.UnclosedQuote);

    [Fact]
    public async Task File_WhenANeededColumnIsMissing_IsNotChecked()
    {
        var broken = await Should.ThrowAsync<RuleBroken>(() => _institute.Check("people", "Staff number,Given name", "1,晓兰"));

        broken.Rule.ShouldBe(ImportRules.ColumnsMissing);
        broken.Args.ShouldBe(["Family name, Unit code"]);
    }

    [Fact]
    public async Task File_WhenTwoColumnsMeanTheSame_IsNotCheckedUntilSomebodyDecides() =>
        await Should.ThrowAsync<RuleBroken>(() => _institute.Check("people", "Staff number,工号,Family name,Given name,Unit code", "1,2,陈,晓兰,TH-1"));

    [Fact]
    public async Task File_WhenBrought_CanBeTakenAwayAgain()
    {
        var file = TestInstitute.Csv("Staff number,Family name,Given name,Unit code,What else", "1,陈,晓兰,TH-1,x");
        var run = await _institute.Check("people", file);

        var again = await _institute.Do(by: null, async imports =>
        {
            await using var content = await imports.Download((await imports.Find(run.Id, CancellationToken.None)).Run, CancellationToken.None);
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy);
            return copy.ToArray();
        });

        again.ShouldBe(file);
        run.Rows.ShouldBe(1);
    }

    private async Task IsRefused(byte[] file, string name, TableProblem problem)
    {
        (await Should.ThrowAsync<TableRefused>(() => _institute.Check("people", file, name: name))).Problem.ShouldBe(problem);

        (await world.In(_institute.Id, _institute.Administrator, async services =>
        {
            var db = services.GetRequiredService<KernelDbContext>();
            return (await db.Imports.CountAsync(), await db.Files.CountAsync());
        })).ShouldBe((0, 0));
    }

    /// <summary>A workbook whose one sheet is 300 MB of blanks.</summary>
    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="sheet.xml"/></Relationships>""");
            Write(zip, "xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="a"/></sheets></workbook>""");
            using var sheet = zip.CreateEntry("xl/sheet.xml", CompressionLevel.Optimal).Open();
            sheet.Write("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="inlineStr"><is><t>Staff number</t></is></c></row>"""u8);
            var blanks = new byte[1024 * 1024];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < 300; i++)
                sheet.Write(blanks);
        }
        return file.ToArray();
    }

    private static void Write(ZipArchive zip, string path, string text)
    {
        using var part = zip.CreateEntry(path).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
