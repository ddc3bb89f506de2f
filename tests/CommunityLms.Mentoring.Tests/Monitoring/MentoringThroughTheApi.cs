using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.Monitoring;

/// <summary>Programmes, contracts, log, evidence and figures as programs use them.</summary>
[Collection(OnSqlite.Name)]
public sealed class MentoringThroughTheApi(MentoringHost<SqliteDatabase> host)
{
    private const string Root = "/api/v1/mentoring";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programme_WithItsFigures_IsRead()
    {
        var programme = await new AProgrammeUnderWay<SqliteDatabase>(host).Begin();
        await programme.Active(heard: 2);
        await programme.Draft(awaitedDays: 1);
        var admin = await host.SignedIn("admin");
        (await Read(await admin.Get($"{Root}/programmes"))).AsArray().Single(p => p!["id"]!.ToString() == programme.Id.ToString())!["contracts"]!["Active"]!.GetValue<int>().ShouldBe(1);
        (await Read(await admin.Get($"{Root}/programmes/{programme.Id}")))["activities"]!.AsArray().Select(a => a!["name"]!.ToString()).ShouldBe(["Hear a lesson", "Paper"]);
        var figures = (await Read(await admin.Get($"{Root}/programmes/{programme.Id}/figures"))).AsArray();
        var heard = figures.Single(f => f!["key"]!.ToString() == "lessons-heard")!;
        heard["value"]!.GetValue<int>().ShouldBe(2);
        (await admin.Read(heard["records"]!.ToString())).ShouldContain("Lesson 1");
        var other = await host.SignedIn("admin2");
        foreach (var path in new[] { "", "/figures" })
            (await other.Get($"{Root}/programmes/{programme.Id}{path}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Contracts_ArePagedAndRead()
    {
        var programme = await new AProgrammeUnderWay<SqliteDatabase>(host).Begin();
        for (var i = 0; i < 3; i++)
            await programme.Draft(awaitedDays: i);
        var admin = await host.SignedIn("admin");
        var first = await Read(await admin.Get($"{Root}/contracts?programme={programme.Id}&size=2"));
        var second = await Read(await admin.Get($"{Root}/contracts?programme={programme.Id}&size=2&after={first["next"]}"));
        first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(c => c!["id"]!.ToString()).ShouldBe(programme.Contracts.Reverse().Select(c => c.Id.ToString()));
        second["next"].ShouldBeNull();
        var one = await Read(await admin.Get($"{Root}/contracts/{programme.Contracts[0].Id}"));
        one["waits"]![0]!["step"]!.ToString().ShouldBe("Goal");
        one["stages"]!.AsArray().Count.ShouldBe(2);
        (await (await host.SignedIn("admin2")).Get($"{Root}/contracts/{programme.Contracts[0].Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Contract_OfAPairThatHasOne_IsRefused()
    {
        var programme = await new AProgrammeUnderWay<SqliteDatabase>(host).Begin();
        var contract = await programme.Active();
        var admin = await host.SignedIn("admin");
        var pair = new { programmeId = programme.Id, subjectId = programme.SubjectId, mentorId = contract.MentorId, traineeId = contract.TraineeId };
        var answer = await admin.Call(HttpMethod.Post, $"{Root}/contracts", pair);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("has a mentor in this subject");
        (await admin.Call(HttpMethod.Post, $"{Root}/contracts", new { programmeId = programme.Id })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await (await host.SignedIn("trainee")).Call(HttpMethod.Post, $"{Root}/contracts", pair)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Journey_OfOnesOwnContract_IsEnteredAndRead()
    {
        var programme = await new AProgrammeUnderWay<SqliteDatabase>(host).Begin();
        var trainee = await host.SignedIn("trainee");
        var me = await Me(trainee);
        var contract = await programme.Active(quietDays: null, heard: 0);
        while (contract.TraineeId != me)
            contract = await programme.Active(quietDays: null, heard: 0);
        (await Read(await trainee.Get($"{Root}/contracts/mine"))).AsArray().ShouldContain(c => c!["id"]!.ToString() == contract.Id.ToString());
        var url = $"{Root}/contracts/{contract.Id}";
        (await trainee.Call(HttpMethod.Post, $"{url}/contacts", new { on = programme.Today, kind = "Call", topic = "备课", minutes = 20 })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Read(await trainee.Get($"{url}/contacts")))["items"]![0]!["topic"]!.ToString().ShouldBe("备课");
        (await trainee.Call(HttpMethod.Post, $"{url}/contacts", new { on = programme.Today.AddDays(2), kind = "Call", topic = "备课" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await trainee.Call(HttpMethod.Post, $"{url}/contacts", new { on = programme.Today })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var entered = await Read(await trainee.Call(HttpMethod.Post, $"{url}/evidence", new { activity = "Hear a lesson", on = programme.Today, title = "Diet", link = "https://example.org/lesson" }), HttpStatusCode.Created);
        (await Read(await trainee.Get($"{url}/evidence")))["items"]![0]!["id"]!.ToString().ShouldBe(entered["id"]!.ToString());
        var admin = await host.SignedIn("admin");
        (await admin.Get($"{url}/contacts")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await admin.Call(HttpMethod.Post, $"{url}/contacts", new { on = programme.Today, topic = "Not mine" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var other = await host.SignedIn("admin2");
        foreach (var list in new[] { "contacts", "evidence" })
            (await other.Get($"{url}/{list}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Guid> Me(Visitor visitor)
    {
        var account = Guid.Parse((await Read(await visitor.Get("/api/v1/account")))["accountId"]!.ToString());
        var ids = await host.Stored(db => db.Contracts.Select(c => c.TraineeId).Distinct().ToListAsync(Cancel));
        return await host.As(null, async services => (await services.GetRequiredService<IPeople>().Find(ids, Cancel)).Values.Single(p => p.AccountId == account).Id);
    }

    private static async Task<JsonNode> Read(HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        response.StatusCode.ShouldBe(expected, await response.Content.ReadAsStringAsync(Cancel));
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
    }
}
