using System.Text;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CommunityLms.Browser.Tests;

/// <summary>An administrator brings a table of people in through the pages, and takes it back.</summary>
[Collection(WorkingInTheSample.Name)]
public sealed class ImportingPeople(SampleAtWork host)
{
    [Fact]
    public async Task Export_WithANewAndABadRowAdded_IsImportedInPartAndUndone()
    {
        var admin = await host.As("admin");
        var streams = 0;
        admin.Page.Request += (_, request) => streams += request.Url.EndsWith("/progress", StringComparison.Ordinal) ? 1 : 0;
        await admin.GoesTo("/imports/people");
        var export = Table.Read(await admin.Downloads(admin.Main.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }).Last));
        export.Rows.Count.ShouldBeGreaterThan(300);
        var known = export.Rows.First(r => r[export.Column("Unit code")].Length > 0);
        export.Add(known, ("Staff number", "IMP-1"), ("Family name", "邹"), ("Given name", "新来"), ("Latin name", "Zou Xinlai"), ("E-mail", ""));
        var bad = export.Add(known, ("Staff number", "IMP-2"), ("Family name", "邹"), ("Given name", "无校"), ("Unit code", "NIX-9"), ("E-mail", ""));

        await Check(admin, "people.csv", export.Bytes);
        await admin.Sees("Rows that need a change");
        var problem = admin.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "There is no unit with the code NIX-9." });
        (await problem.GetByRole(AriaRole.Rowheader).InnerTextAsync()).ShouldBe($"{bad}");
        (await problem.GetByRole(AriaRole.Cell).First.InnerTextAsync()).ShouldBe("Unit code");

        await admin.Confirms("Import 1 rows, leave out 1");
        await admin.Sees("1 added, 0 changed.");
        await admin.GoesTo("/institutes/people?q=IMP-1");
        await admin.Sees("Zou Xinlai");
        await admin.GoesTo("/imports/people");
        await admin.Main.GetByRole(AriaRole.Link, new() { Name = "people.csv" }).First.ClickAsync();

        await admin.Confirms("Undo this import");
        await admin.Sees("This import was undone.");
        await admin.GoesTo("/institutes/people?q=IMP-1");
        await admin.Sees("Nothing matches “IMP-1”");
        streams.ShouldBeGreaterThan(0, "the page follows the work by itself");
    }

    [Fact]
    public async Task Headings_WhenRenamed_AreMappedByHandAndOnlyGoodRowsImportAtOnce()
    {
        var admin = await host.As("admin");
        var code = await UnitCode(admin);
        await admin.GoesTo("/imports/people");
        await admin.Brings("Table", "renamed.csv", Table.Utf8($"Nr,Surname,First,Where,Since\nMAP-1,邓,一,{code},2020-09-01\nMAP-2,邓,二,{code},2020-09-01\n"));
        await admin.Presses("Go on to the columns");
        foreach (var (column, heading) in new[] { ("Staff number", "Nr"), ("Family name", "Surname"), ("Given name", "First"), ("Unit code", "Where"), ("Employed from", "Since") })
            await admin.Chooses(column, heading);
        await admin.Presses("Check the rows");
        await admin.Confirms("Import 2 rows");

        await admin.Sees("2 added, 0 changed.");
        await admin.GoesTo("/institutes/people?q=MAP-");
        await admin.Sees("MAP-1");
        await admin.Sees("MAP-2");
    }

    [Fact]
    public async Task Template_WhenDownloadedInChinese_OpensAndIsTakenBackFilledIn()
    {
        var admin = await host.As("admin", new("zh-CN"));
        await admin.GoesTo("/imports/people");
        var template = await Kernel.Tabular.TableFile.Open(
            new MemoryStream(await admin.Downloads(admin.Main.GetByRole(AriaRole.Link, new() { Name = "XLSX", Exact = true }).First)), "template.xlsx", Kernel.Tabular.TableLimits.Default, TestContext.Current.CancellationToken);
        template.Header.Cells.ShouldContain("工号*");
        await admin.Brings("表格", "模板.csv", Table.Utf8($"{string.Join(',', template.Header.Cells)}\nX-1{new string(',', template.Header.Cells.Count - 1)}\n"));
        await admin.Presses("下一步：对应列");
        await admin.Presses("检查各行");
        await admin.Sees("需更正的行");
    }

    internal static async Task Check(Someone admin, string name, byte[] table)
    {
        await admin.Brings("Table", name, table);
        await admin.Presses("Go on to the columns");
        await admin.Presses("Check the rows");
    }

    private static async Task<string> UnitCode(Someone admin)
    {
        await admin.GoesTo("/imports/units");
        var units = Table.Read(await admin.Downloads(admin.Main.GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true }).Last));
        return units.Rows.First(r => r[units.Column("Kind")] == "School")[units.Column("Code")];
    }
}

/// <summary>A CSV as an administrator edits it.</summary>
internal sealed class Table(List<string> headings, List<string[]> rows)
{
    public IReadOnlyList<string[]> Rows => rows;

    public byte[] Bytes => Utf8(string.Join("\r\n", rows.Prepend([.. headings]).Select(r => string.Join(',', r.Select(Quoted)))));

    public static Table Read(byte[] csv)
    {
        // The sample has no line breaks within cells.
        var lines = Encoding.UTF8.GetString(csv).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList();
        return new([.. lines[0]], [.. lines.Skip(1)]);
    }

    public static byte[] Utf8(string text) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];

    public int Column(string heading)
    {
        var column = headings.IndexOf(heading);
        column.ShouldBeGreaterThanOrEqualTo(0, $"{heading} in {string.Join(", ", headings)}");
        return column;
    }

    /// <summary>A row as another one, but for some cells.</summary>
    /// <returns>The number of the row in the file.</returns>
    public int Add(string[] like, params (string Heading, string Value)[] cells)
    {
        string[] row = [.. like];
        foreach (var (heading, value) in cells)
            row[Column(heading)] = value;
        rows.Add(row);
        return rows.Count + 1;
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static string[] Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var letter in line)
        {
            if (letter == '"')
                quoted = !quoted;
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(letter);
        }
        return [.. cells, cell.ToString()];
    }
}
