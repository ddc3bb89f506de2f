using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Tests.Api;

public abstract class PeopleThroughTheApi<TDatabase>(SampleHost<TDatabase> host) : ApiTests<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private const string People = $"{Institutes}/people";

    [Fact]
    public async Task List_WhenPagedThrough_HoldsEverybodyOnce()
    {
        var browser = await Caller(District);
        var (ids, after) = (new List<Guid>(), "");
        do
        {
            var page = await Read(await browser.Call(HttpMethod.Get, $"{People}?size=20{after}"));
            ids.AddRange(page["items"]!.AsArray().Select(p => p!["id"]!.GetValue<Guid>()));
            after = page["next"] is { } next ? $"&after={next}" : "";
        }
        while (after.Length > 0);

        ids.Count.ShouldBeGreaterThan(20);
        ids.ShouldBeUnique();
        (await Read(await browser.Call(HttpMethod.Get, $"{People}?search=chenxiaolan")))["items"]!.AsArray().ShouldHaveSingleItem();
        (await Read(await browser.Call(HttpMethod.Get, $"{People}?level=City")))["items"]!.AsArray().ShouldAllBe(p => p!["level"]!.GetValue<string>() == "City");
    }

    [Fact]
    public async Task Person_WhenAddedAndChanged_CarriesTheVersionAlong()
    {
        var browser = await Caller(Admin);
        var (url, added) = await Add(browser);
        var stale = Version(added);

        var changed = await browser.Call(HttpMethod.Put, url, new { staffNumber = Number(), familyName = "接", givenName = "新口", latinName = "Jie Xinkou" }, stale);
        (await Read(changed))["name"]!["latinName"]!.GetValue<string>().ShouldBe("Jie Xinkou");
        await Refused(browser.Call(HttpMethod.Put, url, new { staffNumber = Number(), familyName = "迟", givenName = "到" }, stale), HttpStatusCode.PreconditionFailed);
        await Refused(browser.Call(HttpMethod.Put, url, new { staffNumber = Number(), familyName = "没", givenName = "看" }), HttpStatusCode.PreconditionFailed);
        Version(await browser.Call(HttpMethod.Get, url)).ShouldBe(Version(changed));
    }

    [Fact]
    public async Task Person_WhenTheNumberIsTaken_IsAProblemThatNamesTheField()
    {
        var browser = await Caller(Admin);
        var taken = (await Host.Stored(db => db.People.OrderBy(p => p.Id).FirstAsync())).StaffNumber;
        var problem = await Read(await browser.Call(HttpMethod.Post, People, await Somebody(taken)), HttpStatusCode.UnprocessableEntity);
        problem["errors"]!["StaffNumber"]![0]!.GetValue<string>().ShouldContain(taken);
    }

    [Fact]
    public async Task Person_WhenAValueDoesNotFit_IsABadRequestThatNamesIt()
    {
        var problem = await Read(await (await Caller(Admin)).Call(HttpMethod.Post, People, await Somebody(new('9', 500))), HttpStatusCode.BadRequest);
        problem["errors"]!["person.staffNumber"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Person_WhenChangedByAProgramThatSeesNoContactData_KeepsThem()
    {
        var (url, added) = await Add(await Caller(Admin));
        var id = Guid.Parse(url[^36..]);
        using var program = await Host.Program(Admin, InstitutesPermissions.People.View, InstitutesPermissions.People.Edit);
        using var change = new HttpRequestMessage(HttpMethod.Put, url) { Content = JsonContent.Create(new { staffNumber = Number(), familyName = "程", givenName = "序" }) };
        change.Headers.IfMatch.Add(added.Headers.ETag!);

        (await Read(await program.SendAsync(change)))["contact"].ShouldBeNull();
        var stored = await Host.Stored(db => db.People.SingleAsync(p => p.Id == id));
        (stored.FamilyName, stored.Email).ShouldBe(("程", "somebody@school.example"));
    }

    [Fact]
    public async Task Employment_WhenBegunMovedAndEnded_IsToldInThePersonsFile()
    {
        var browser = await Caller(Admin);
        var (url, _) = await Add(browser);
        var (red, dong) = ((await Unit("Red Torch Primary School")).Id, (await Unit("Dongfeng West Road Primary School")).Id);

        var begun = await Read(await browser.Call(HttpMethod.Post, $"{url}/employments", new { unitId = red, from = "2025-09-01", load = "PartTime", title = "教研员" }));
        var work = begun["employments"]!.AsArray().Single(e => e!["unitId"]!.GetValue<Guid>() == red)!["id"]!.GetValue<Guid>();
        var moved = await Read(await browser.Call(HttpMethod.Post, $"{url}/employments/{work}/move", new { unitId = dong, on = "2026-02-01" }));
        Work(moved, red)["to"]!.GetValue<string>().ShouldBe("2026-01-31");
        var went = Work(moved, dong);
        (went["from"]!.GetValue<string>(), went["title"]!.GetValue<string>()).ShouldBe(("2026-02-01", "教研员"));
        var ended = await Read(await browser.Call(HttpMethod.Post, $"{url}/employments/{went["id"]}/end", new { on = "2026-06-30" }));
        Work(ended, dong)["to"]!.GetValue<string>().ShouldBe("2026-06-30");
        await Refused(browser.Call(HttpMethod.Post, $"{url}/employments/{went["id"]}/end", new { on = "2020-01-01" }), HttpStatusCode.UnprocessableEntity);

        static JsonNode Work(JsonNode file, Guid unit) => file["employments"]!.AsArray().Single(e => e!["unitId"]!.GetValue<Guid>() == unit)!;
    }

    [Fact]
    public async Task Honours_WhenAddedAndEnded_AreToldInThePersonsFile()
    {
        var browser = await Caller(Admin);
        var (url, _) = await Add(browser);
        var subject = await Host.Stored(db => db.Subjects.OrderBy(s => s.Code).Select(s => s.Id).FirstAsync());

        await Read(await browser.Call(HttpMethod.Post, $"{url}/appraisals", new { level = "City", category = "KeyTeacher", since = "2024-09-01", subjectId = subject }));
        var file = await Read(await browser.Call(HttpMethod.Post, $"{url}/tutor-appointments", new { subjectId = subject, position = "Tutor", from = "2025-09-01", groupName = "一组" }));
        var place = file["honours"]!.AsArray().Single(h => h!["position"] is not null)!;
        var ended = await Read(await browser.Call(HttpMethod.Post, $"{url}/honours/{place["id"]}/end", new { on = "2026-01-31" }));
        ended["honours"]!.AsArray().Select(h => h!["to"]?.GetValue<string>()).ShouldBe([null, "2026-01-31"], ignoreOrder: true);
    }

    [Fact]
    public async Task Person_WhenArchivedAndRestored_LeavesTheListAndComesBack()
    {
        var browser = await Caller(Admin);
        var (url, added) = await Add(browser);
        var number = (await Read(added, HttpStatusCode.Created))["details"]!["staffNumber"]!.GetValue<string>();

        (await Read(await browser.Call(HttpMethod.Post, $"{url}/archive")))["archivedOn"].ShouldNotBeNull();
        (await Found("")).ShouldBe(0);
        (await Found("&archived=true")).ShouldBe(1);
        (await Read(await browser.Call(HttpMethod.Post, $"{url}/restore")))["archivedOn"].ShouldBeNull();
        (await Found("")).ShouldBe(1);

        async Task<int> Found(string more) => (await Read(await browser.Call(HttpMethod.Get, $"{People}?search={number}{more}")))["items"]!.AsArray().Count;
    }

    [Fact]
    public async Task Person_BeyondReach_IsNotFoundAndNotChanged()
    {
        var (url, added) = await Add(await Caller(Admin));
        var officer = await Caller(District);
        await Refused(officer.Call(HttpMethod.Get, url), HttpStatusCode.NotFound);
        await Refused(officer.Call(HttpMethod.Put, url, new { staffNumber = Number(), familyName = "别", givenName = "人" }, Version(added)), HttpStatusCode.Forbidden);
        await Refused((await Caller(Member)).Call(HttpMethod.Post, People, await Somebody(Number())), HttpStatusCode.Forbidden);
    }

    private async Task<(string Url, HttpResponseMessage Added)> Add(Visitor browser)
    {
        var added = await browser.Call(HttpMethod.Post, People, await Somebody(Number()));
        await Read(added, HttpStatusCode.Created);
        return (added.Headers.Location!.ToString(), added);
    }

    private async Task<object> Somebody(string number) =>
        new { person = new { staffNumber = number, familyName = "接", givenName = "口", email = "somebody@school.example" }, work = new { unitId = (await Unit("Yuexiu District")).Id, from = "2024-09-01" } };

    private static string Number() => Guid.CreateVersion7().ToString("N")[^12..];
}

[Collection(OnSqlite.Name)]
public sealed class PeopleThroughTheApiOnSqlite(SampleHost<SqliteDatabase> host) : PeopleThroughTheApi<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class PeopleThroughTheApiOnPostgreSql(SampleHost<PostgreSqlDatabase> host) : PeopleThroughTheApi<PostgreSqlDatabase>(host);
