using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Api;

public abstract class ImportsThroughTheApi<TDatabase>(SampleHost<TDatabase> host) : ApiTests<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private const string Imports = "/api/v1/imports";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Table_WhenBroughtCheckedAppliedAndUndone_GoesTheWholeWay()
    {
        var browser = await Caller(Admin);
        var district = (await Unit("Conghua District")).Code;
        var run = await Bring(browser, $"Code,Designation,Kind,Parent code,Setting\nAPI-I1,接口导入小学,School,{district},Rural\nAPI-I2,没有上级小学,School,NOWHERE,Rural\n");
        var url = $"{Imports}/runs/{run["id"]}";
        run["columns"]!.AsArray().Single(c => c!["name"]!.GetValue<string>() == "Name")!["heading"].ShouldBeNull();
        await Refused(browser.Call(HttpMethod.Post, $"{url}/check", new { }), HttpStatusCode.UnprocessableEntity);
        await Refused(browser.Call(HttpMethod.Post, $"{url}/apply", new { }), HttpStatusCode.UnprocessableEntity);

        var headings = new Dictionary<string, string> { ["Code"] = "Code", ["Name"] = "Designation", ["Kind"] = "Kind", ["Parent code"] = "Parent code", ["Setting"] = "Setting" };
        (await browser.Call(HttpMethod.Post, $"{url}/check", new { headings })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var check = await Until(browser, url, "Checked");
        (check["toAdd"]!.GetValue<int>(), check["bad"]!.GetValue<int>()).ShouldBe((1, 1));
        (await Read(await browser.Call(HttpMethod.Get, $"{url}/problems"))).AsArray().ShouldHaveSingleItem()!["row"]!.GetValue<int>().ShouldBe(3);
        await Refused(browser.Call(HttpMethod.Post, $"{url}/apply", new { }), HttpStatusCode.UnprocessableEntity);

        (await browser.Call(HttpMethod.Post, $"{url}/apply", new { onlyGood = true })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Until(browser, url, "Done");
        (await Host.Stored(db => db.Units.CountAsync(u => u.Code == "API-I1"))).ShouldBe(1);
        (await browser.Call(HttpMethod.Post, $"{url}/undo")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Until(browser, url, "Undone");
        (await Host.Stored(db => db.Units.CountAsync(u => u.Code == "API-I1"))).ShouldBe(0);
        (await Read(await browser.Call(HttpMethod.Get, $"{Imports}/units/runs"))).AsArray().ShouldContain(r => r!["state"]!.GetValue<string>() == "Undone");
    }

    [Theory]
    [InlineData("template", "csv", "text/csv")]
    [InlineData("export", "csv", "text/csv")]
    [InlineData("export", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task Table_WhenAskedFor_ComesInTheFormatAskedFor(string which, string format, string mediaType)
    {
        var response = await (await Caller(Admin)).Call(HttpMethod.Get, $"{Imports}/people/{which}?format={format}");
        response.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
        (await response.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task File_WhenItIsNoTable_IsAProblemThatSaysWhatToDo()
    {
        var browser = await Caller(Admin);
        var problem = await Read(await browser.Upload(HttpMethod.Post, $"{Imports}/units/runs", ("table", "units.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1024]])), HttpStatusCode.UnprocessableEntity);
        problem["detail"]!.GetValue<string>().ShouldContain("save it as XLSX");
    }

    [Fact]
    public async Task Import_ForWhoMayNot_IsForbiddenAndForNoneIsNotFound()
    {
        var member = await Caller(Member);
        (await Read(await member.Call(HttpMethod.Get, Imports))).AsArray().ShouldBeEmpty();
        await Refused(member.Call(HttpMethod.Get, $"{Imports}/people/export"), HttpStatusCode.Forbidden);
        await Refused(member.Upload(HttpMethod.Post, $"{Imports}/people/runs", ("table", "p.csv", "a\n1\n"u8.ToArray())), HttpStatusCode.Forbidden);
        await Refused((await Caller(Admin)).Call(HttpMethod.Get, $"{Imports}/nothing/runs"), HttpStatusCode.NotFound);
    }

    private static async Task<JsonNode> Bring(Visitor browser, string csv) =>
        await Read(await browser.Upload(HttpMethod.Post, $"{Imports}/units/runs", ("table", "units.csv", Encoding.UTF8.GetBytes(csv))), HttpStatusCode.Created);

    /// <summary>Asks as a program does, until the work on it is done.</summary>
    private static async Task<JsonNode> Until(Visitor browser, string url, string state)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var run = await Read(await browser.Call(HttpMethod.Get, url));
            if (run["state"]!.GetValue<string>() == state)
                return run;
            (TimeProvider.System.GetElapsedTime(start) < Patience && run["failure"] is null).ShouldBeTrue(run.ToJsonString());
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }
}

[Collection(OnSqlite.Name)]
public sealed class ImportsThroughTheApiOnSqlite(SampleHost<SqliteDatabase> host) : ImportsThroughTheApi<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class ImportsThroughTheApiOnPostgreSql(SampleHost<PostgreSqlDatabase> host) : ImportsThroughTheApi<PostgreSqlDatabase>(host);
