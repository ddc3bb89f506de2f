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
        (await Read(await browser.Call(HttpMethod.Get, $"{Seals}?unitId={unit.Id}"))).AsArray().ShouldBeEmpty();
        (await Read(await browser.Call(HttpMethod.Get, $"{Seals}?unitId={unit.Id}&withdrawn=true"))).AsArray().ShouldHaveSingleItem();
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
