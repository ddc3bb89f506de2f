using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Organisation;

/// <summary>Units and subjects through the API, on the sample city.</summary>
[Collection(OnSqlite.Name)]
public sealed class UnitApi(SampleHost<SqliteDatabase> host)
{
    private const string Units = "/api/v1/institutes/units", Subjects = "/api/v1/institutes/subjects";

    [Fact]
    public async Task List_WhenPagedThrough_HoldsEveryActiveUnitOnceByName()
    {
        var browser = await Admin();
        var (names, after) = (new List<string>(), "");
        do
        {
            var page = (await Read(await browser.Call(HttpMethod.Get, $"{Units}?kind=District&size=5{after}")))!;
            names.AddRange(page["items"]!.AsArray().Select(u => u!["name"]!.GetValue<string>()));
            after = page["next"] is { } next ? $"&after={next}" : "";
        }
        while (after.Length > 0);

        var stored = await host.Stored(db => db.Units.Where(u => u.Kind == UnitKind.District).OrderBy(u => u.Name).Select(u => u.Name).ToListAsync());
        names.ShouldBe(stored);
        names.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task List_ForADistrictOfficer_HoldsOnlyTheDistrict()
    {
        var page = (await Read(await (await host.SignedIn("district")).Call(HttpMethod.Get, $"{Units}?kind=District")))!;
        page["items"]!.AsArray().ShouldHaveSingleItem()!["latinName"]!.GetValue<string>().ShouldBe("Conghua District");
    }

    [Fact]
    public async Task Unit_WhenCreatedChangedMovedAndArchived_CarriesItsVersionAlong()
    {
        var browser = await Admin();
        var (conghua, yuexiu) = (await Id("Conghua District"), await Id("Yuexiu District"));
        var created = await browser.Call(HttpMethod.Post, Units, new { parentId = conghua, kind = "School", name = "接口小学", code = "API-1", setting = "Rural" });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var url = created.Headers.Location!.ToString();

        var changed = await browser.Call(HttpMethod.Put, url, new { name = "接口第一小学", code = "API-1", setting = "Village" }, created.Headers.ETag!.Tag);
        (await Read(changed))!["setting"]!.GetValue<string>().ShouldBe("Village");
        var stale = await browser.Call(HttpMethod.Put, url, new { name = "Late", setting = "Rural" }, created.Headers.ETag.Tag);
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await browser.Call(HttpMethod.Put, url, new { name = "Blind", setting = "Rural" })).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);

        var moved = await browser.Call(HttpMethod.Post, $"{url}/move", new { parentId = yuexiu }, changed.Headers.ETag!.Tag);
        (await Read(moved))!["parentId"]!.GetValue<Guid>().ShouldBe(yuexiu);
        var archived = await browser.Call(HttpMethod.Post, $"{url}/archive", body: null, moved.Headers.ETag!.Tag);
        (await Read(archived))!["archivedOn"].ShouldNotBeNull();

        var seen = await browser.Call(HttpMethod.Get, url);
        seen.Headers.ETag.ShouldBe(archived.Headers.ETag);
        (await Read(seen))!["name"]!.GetValue<string>().ShouldBe("接口第一小学");
    }

    [Fact]
    public async Task Unit_WhenARuleIsBroken_IsAProblemThatNamesTheField()
    {
        var response = await (await Admin()).Call(HttpMethod.Post, Units, new { parentId = await Id("Conghua District"), kind = "School", name = "No setting" });

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Read(response))!["errors"]!["Setting"]![0]!.GetValue<string>().ShouldBe("Say whether the school is urban, rural or in a village.");
    }

    [Theory]
    [InlineData("""{"kind":"School","name":"No parent","setting":"Rural"}""")]
    [InlineData("""{"parentId":"00000000-0000-0000-0000-000000000000","kind":"Palace","name":"No kind"}""")]
    [InlineData("""{"parentId":"00000000-0000-0000-0000-000000000000","kind":"School"}""")]
    [InlineData("""{"parentId":"00000000-0000-0000-0000-000000000000","kind":"School","name":null}""")]
    public async Task Unit_WhenTheBodyLacksWhatIsNeeded_IsABadRequest(string body) =>
        (await (await Admin()).Call(HttpMethod.Post, Units, JsonNode.Parse(body))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Unit_OfTheOtherInstitute_IsNotFound()
    {
        var foreign = await host.Stored(db => db.Units.FirstAsync(u => u.Kind == UnitKind.School), second: true);
        var own = await Id("Yuexiu District");
        var (browser, version, url) = (await Admin(), $"\"{foreign.ConcurrencyStamp:N}\"", $"{Units}/{foreign.Id}");

        (await browser.Call(HttpMethod.Get, url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Call(HttpMethod.Put, url, new { name = "Stolen", setting = "Rural" }, version)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Call(HttpMethod.Post, $"{url}/move", new { parentId = own }, version)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Call(HttpMethod.Post, $"{url}/archive", body: null, version)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Call(HttpMethod.Post, Units, new { parentId = foreign.ParentId, kind = "School", name = "Planted", setting = "Rural" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Unit_ForAMember_CanBeSeenButNotChanged()
    {
        var member = await host.SignedIn("mentor");
        await member.Open("/institutes/units");
        var url = $"{Units}/{await Id("Red Torch Primary School")}";
        var seen = await member.Call(HttpMethod.Get, url);

        seen.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await member.Call(HttpMethod.Put, url, new { name = "Mine", setting = "Urban" }, seen.Headers.ETag!.Tag)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await member.Call(HttpMethod.Get, $"{Units}/{await Id("Conghua District")}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Subject_WhenCreatedChangedAndArchived_CarriesItsVersionAlong()
    {
        var browser = await Admin();
        var created = await browser.Call(HttpMethod.Post, Subjects, new { code = "dra", name = "戏剧", latinName = "Drama" });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var url = created.Headers.Location!.ToString();
        (await browser.Call(HttpMethod.Post, Subjects, new { code = "DRA", name = "Twice" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var changed = await browser.Call(HttpMethod.Put, url, new { code = "DRA", name = "戏剧教育" }, created.Headers.ETag!.Tag);
        (await browser.Call(HttpMethod.Put, url, new { code = "DRA", name = "Late" }, created.Headers.ETag.Tag)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await browser.Call(HttpMethod.Post, $"{url}/archive", body: null, changed.Headers.ETag!.Tag)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Codes(Subjects)).ShouldNotContain("DRA");
        (await Codes($"{Subjects}?archived=true")).ShouldContain("DRA");
        (await (await host.SignedIn("district")).Call(HttpMethod.Get, url)).StatusCode.ShouldBe(HttpStatusCode.OK);

        async Task<IEnumerable<string>> Codes(string list) => (await Read(await browser.Call(HttpMethod.Get, list)))!["items"]!.AsArray().Select(s => s!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Subject_ForWhoMayEditOnlyADistrict_CanNotBeChanged()
    {
        var officer = await host.SignedIn("district");
        await officer.Open("/institutes/subjects");
        (await officer.Call(HttpMethod.Post, Subjects, new { code = "NO", name = "No" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Subject_OfTheOtherInstitute_IsNotFound()
    {
        var foreign = await host.Stored(db => db.Subjects.FirstAsync(), second: true);
        var (browser, version, url) = (await Admin(), $"\"{foreign.ConcurrencyStamp:N}\"", $"{Subjects}/{foreign.Id}");

        (await browser.Call(HttpMethod.Get, url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Call(HttpMethod.Put, url, new { code = "X", name = "Stolen" }, version)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Call(HttpMethod.Post, $"{url}/archive", body: null, version)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<Visitor> Admin() => host.SignedIn("admin");

    private Task<Guid> Id(string latinName) => host.Stored(db => db.Units.Where(u => u.LatinName == latinName).Select(u => u.Id).SingleAsync());

    private static async Task<JsonNode?> Read(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonNode>();
}
