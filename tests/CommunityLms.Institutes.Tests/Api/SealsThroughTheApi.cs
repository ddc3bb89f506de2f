using System.Net;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Api;

public abstract class SealsThroughTheApi<TDatabase>(SampleHost<TDatabase> host) : ApiTests<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private const string Seals = $"{Institutes}/seals";

    /// <summary>The smallest PNG there is.</summary>
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Seal_WhenSetUpEntrustedAndWithdrawn_CarriesItsVersionAlong()
    {
        var browser = await Caller(Admin);
        var unit = await Added((await Unit("Yuexiu District")).Id, "接口盖章小学", "API-SEAL");
        var setUp = await browser.Upload(HttpMethod.Post, Seals, ("image", "seal.png", Dot), version: null, ("unitId", unit.Id.ToString()), ("name", "接口盖章小学"));
        var seal = await Read(setUp, HttpStatusCode.Created);
        var url = setUp.Headers.Location!.ToString();
        (await browser.Call(HttpMethod.Get, $"{url}/image")).Content.Headers.ContentType!.MediaType.ShouldBe("image/png");

        var changed = await browser.Upload(HttpMethod.Put, url, file: null, Version(setUp), ("name", "接口盖章小学（新）"));
        (await Read(changed))["imageId"]!.GetValue<Guid>().ShouldBe(seal["imageId"]!.GetValue<Guid>());
        await Refused(browser.Upload(HttpMethod.Put, url, file: null, Version(setUp), ("name", "迟到")), HttpStatusCode.PreconditionFailed);
        await Refused(browser.Upload(HttpMethod.Put, url, ("image", "seal.png", "no picture"u8.ToArray()), Version(changed), ("name", "字")), HttpStatusCode.UnprocessableEntity);

        var keeper = await Host.Stored(db => db.People.Where(p => p.AccountId == null && p.ArchivedOn == null).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync());
        var entrusted = await Read(await browser.Call(HttpMethod.Post, $"{url}/keepers", new { personId = keeper, from = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1) }));
        var kept = entrusted["keepers"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<Guid>();
        (await browser.Call(HttpMethod.Delete, $"{url}/keepers/{kept}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var now = await browser.Call(HttpMethod.Get, url);
        (await Read(await browser.Call(HttpMethod.Post, $"{url}/withdraw", body: null, Version(now))))["state"]!.GetValue<string>().ShouldBe("Withdrawn");
        (await Read(await browser.Call(HttpMethod.Get, $"{Seals}?unitId={unit.Id}")))["items"]!.AsArray().ShouldBeEmpty();
        (await Read(await browser.Call(HttpMethod.Get, $"{Seals}?unitId={unit.Id}&withdrawn=true")))["items"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Seals_WhenReadPageByPage_ComeOnceEachInTheOrderOfTheirUnits()
    {
        var browser = await Caller(Admin);
        var expected = await Host.Stored(db => db.Seals.Where(s => s.WithdrawnOn == null).Join(db.Units, s => s.UnitId, u => u.Id, (s, u) => u.LatinName ?? u.Name).OrderBy(n => n).ToListAsync());
        expected.Count.ShouldBeGreaterThan(1);

        var units = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await Read(await browser.Call(HttpMethod.Get, $"{Seals}?size=1{(after.Length > 0 ? $"&after={after}" : "")}"));
            var rows = page["items"]!.AsArray();
            rows.Count.ShouldBe(1);
            units.AddRange(rows.Select(r => (r!["unit"]!["latinName"] ?? r["unit"]!["name"])!.GetValue<string>()));
            after = page["next"]?.GetValue<string>();
        }

        units.ShouldBe(expected);
    }

    [Fact]
    public async Task Seals_WhenSearched_AreFoundByUnitWordsAndKeeper()
    {
        var browser = await Caller(Admin);
        var unit = await Added((await Unit("Yuexiu District")).Id, "寻章小学", "API-FIND");
        var setUp = await browser.Upload(HttpMethod.Post, Seals, file: null, version: null, ("unitId", unit.Id.ToString()), ("name", "Stamp of Quest"));
        setUp.StatusCode.ShouldBe(HttpStatusCode.Created);
        var keeper = await Host.Stored(db => db.People.Where(p => p.AccountId == null && p.ArchivedOn == null).OrderByDescending(p => p.Id).FirstAsync());
        await Read(await browser.Call(HttpMethod.Post, $"{setUp.Headers.Location}/keepers", new { personId = keeper.Id, from = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime) }));

        foreach (var words in new[] { "寻章", "yuexiu 寻章", "Stamp Quest", $"寻章 {keeper.StaffNumber}" })
            (await Found(words)).ShouldBe(["Stamp of Quest"], words);
        (await Found("寻章 nothing")).ShouldBeEmpty();

        async Task<IEnumerable<string>> Found(string words) =>
            (await Read(await browser.Call(HttpMethod.Get, $"{Seals}?search={Uri.EscapeDataString(words)}")))["items"]!.AsArray().Select(r => r!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Seal_WhenItHasNoWords_IsABadRequest() =>
        await Refused((await Caller(Admin)).Upload(HttpMethod.Post, Seals, file: null, version: null, ("unitId", (await Where(u => u.Kind == UnitKind.Institute)).Id.ToString()), ("name", "")), HttpStatusCode.BadRequest);

    [Fact]
    public async Task Seal_ForWhoMayNotSeeSeals_IsForbidden() => await Refused((await Caller(Member)).Call(HttpMethod.Get, Seals), HttpStatusCode.Forbidden);
}

[Collection(OnSqlite.Name)]
public sealed class SealsThroughTheApiOnSqlite(SampleHost<SqliteDatabase> host) : SealsThroughTheApi<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class SealsThroughTheApiOnPostgreSql(SampleHost<PostgreSqlDatabase> host) : SealsThroughTheApi<PostgreSqlDatabase>(host);
