using System.Net;
using System.Text.Json.Nodes;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Api;

public abstract class AuditThroughTheApi<TDatabase>(SampleHost<TDatabase> host) : ApiTests<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private const string Audit = "/api/v1/administration/audit";

    [Fact]
    public async Task Trail_WhenARecordChanges_TellsItPageByPageNewestFirst()
    {
        var browser = await Caller(Admin);
        var subject = await Read(await browser.Call(HttpMethod.Post, $"{Institutes}/subjects", new { code = "API-AUDIT", name = "接口审计" }), HttpStatusCode.Created);
        var (id, today) = (subject["id"]!.GetValue<Guid>(), TimeProvider.System.Today());
        using var changed = await browser.Call(HttpMethod.Put, $"{Institutes}/subjects/{id}", new { code = "API-AUDIT", name = "接口审计（新）" }, $"\"{subject["version"]}\"");
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);

        var first = await Read(await browser.Call(HttpMethod.Get, $"{Audit}?search={id}&size=1"));
        var second = await Read(await browser.Call(HttpMethod.Get, $"{Audit}?search={id}&size=1&after={first["next"]}"));
        (Actions(first).Single(), Actions(second).Single()).ShouldBe(("Changed", "Added"));
        second["next"].ShouldBeNull();
        Actions(await Read(await browser.Call(HttpMethod.Get, $"{Audit}?search={id}&action=Added&from={today.AddDays(-1):O}&to={today.AddDays(1):O}"))).ShouldBe(["Added"]);
        Actions(await Read(await browser.Call(HttpMethod.Get, $"{Audit}?search={id}&to={today.AddDays(-2):O}"))).ShouldBeEmpty();
        Actions(await Read(await browser.Call(HttpMethod.Get, $"{Audit}?search={id}&from={today.AddDays(2):O}"))).ShouldBeEmpty();

        var entry = await Read(await browser.Call(HttpMethod.Get, $"{Audit}/{first["items"]![0]!["id"]}"));
        ((string?)entry["entityId"], (string?)entry["changes"]!["Name"]!["before"], (string?)entry["changes"]!["Name"]!["after"]).ShouldBe((id.ToString(), "接口审计", "接口审计（新）"));
    }

    [Fact]
    public async Task Trail_ForWhoMayNotOrIsOfAnotherInstitute_IsClosed()
    {
        var entry = (await Read(await (await Caller(Admin)).Call(HttpMethod.Get, $"{Audit}?size=1")))["items"]![0]!["id"]!.GetValue<Guid>();
        await Refused((await Caller(Member)).Call(HttpMethod.Get, Audit), HttpStatusCode.Forbidden);
        await Refused((await Caller("admin2")).Call(HttpMethod.Get, $"{Audit}/{entry}"), HttpStatusCode.NotFound);
        await Refused((await Caller(Admin)).Call(HttpMethod.Get, $"{Audit}?action=Nothing"), HttpStatusCode.BadRequest);
    }

    private static IEnumerable<string> Actions(JsonNode page) => page["items"]!.AsArray().Select(e => e!["action"]!.GetValue<string>());
}

[Collection(OnSqlite.Name)]
public sealed class AuditThroughTheApiOnSqlite(SampleHost<SqliteDatabase> host) : AuditThroughTheApi<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class AuditThroughTheApiOnPostgreSql(SampleHost<PostgreSqlDatabase> host) : AuditThroughTheApi<PostgreSqlDatabase>(host);
