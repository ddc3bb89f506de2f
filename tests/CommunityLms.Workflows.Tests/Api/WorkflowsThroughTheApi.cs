using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CommunityLms.Testing;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Tests.Forms;
using CommunityLms.Workflows.Tests.Hosting;

namespace CommunityLms.Workflows.Tests.Api;

/// <summary>Tasks, requests and cases as programs use them.</summary>
[Collection(OnSqlite.Name)]
public sealed class WorkflowsThroughTheApi(WorkflowHost<SqliteDatabase> host) : OnTheHost<SqliteDatabase>(host)
{
    private const string Root = "/api/v1/workflows";
    private static readonly byte[] s_picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 7, 7, 7];

    [Fact]
    public async Task Request_WithAFormAndAFile_IsAskedForDecidedAndSeen()
    {
        var form = ASchema.Of("""{"type":"textfield","key":"reason","label":"Reason","validate":{"required":true}}""", """{"type":"filepicker","key":"paper","label":"Paper","accept":".png"}""");
        var key = await PublishWithForm(Drawing.ChainIn("lms:requestedBy=\"anyone\" lms:form=\"form\"", "", "userTask id=\"a\" name=\"Decide\" lms:role=\"school-officer\" lms:asks=\"agreed\""), form);
        var teacher = await Caller("trainee");
        (await Read(await teacher.Get($"{Root}/requests/offered"))).AsArray().ShouldContain(o => o!["key"]!.ToString() == key);
        var offered = await Read(await teacher.Get($"{Root}/requests/offered/{key}"));
        offered["form"]!["components"]!.AsArray().Count.ShouldBe(2);

        var refused = await Refused(teacher.Call(HttpMethod.Post, $"{Root}/requests", new { key, unitId = People.School.Id, answers = new { } }), HttpStatusCode.UnprocessableEntity);
        refused["errors"]!["answers.reason"]![0]!.ToString().ShouldContain("Reason");
        var file = await Read(await teacher.Upload(HttpMethod.Post, $"{Root}/files", ("file", "seal.png", s_picture)), HttpStatusCode.Created);
        var asked = await teacher.Call(HttpMethod.Post, $"{Root}/requests", new { key, unitId = People.School.Id, answers = new { reason = "family", paper = new { id = file["id"]!.ToString() } } });
        var id = (await Read(asked, HttpStatusCode.Created))["id"]!.ToString();
        (await Read(await teacher.Get($"{Root}/requests?size=1")))["items"]![0]!["id"]!.ToString().ShouldBe(id);
        (await teacher.Call(HttpMethod.Post, $"{Root}/requests/{id}/urge")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Refused(teacher.Call(HttpMethod.Post, $"{Root}/requests/{id}/urge"), HttpStatusCode.UnprocessableEntity);

        var officer = await Caller("school");
        var task = (await Task(Guid.Parse(id), "a")).Id;
        var found = await Seek(officer, $"{Root}/tasks?size=2", task);
        found["why"]!.ToString().ShouldBe("Group");
        (await officer.Call(HttpMethod.Post, $"{Root}/tasks/{task}/claim")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Read(await officer.Get($"{Root}/tasks/{task}")))["variables"]!["paper"]!["name"]!.ToString().ShouldBe("seal.png");
        (await Refused(officer.Call(HttpMethod.Post, $"{Root}/tasks/{task}/complete", new { answers = new { } }), HttpStatusCode.UnprocessableEntity))["errors"]!["answers.agreed"].ShouldNotBeNull();
        (await officer.Call(HttpMethod.Post, $"{Root}/tasks/{task}/complete", new { answers = new { agreed = true }, comment = "Fine" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Refused(officer.Call(HttpMethod.Post, $"{Root}/tasks/{task}/complete", new { answers = new { agreed = true } }), HttpStatusCode.UnprocessableEntity);

        var ended = await Read(await teacher.Get($"{Root}/cases/{id}"));
        ended["outcome"]!.ToString().ShouldBe("Completed");
        ended["variables"]!["agreed"]!.GetValue<bool>().ShouldBeTrue();
        ended["story"]!.AsArray().Select(line => line!["note"]?.ToString()).ShouldContain("Fine");
    }

    [Fact]
    public async Task Task_WhenHandedOn_IsSeenByTheOther()
    {
        var task = (await Task(await Start(await Publish(Drawing.Chain("userTask id=\"a\""))), "a")).Id;
        var (teacher, leader) = (await Caller("trainee"), await Caller("leader"));
        await Refused(leader.Get($"{Root}/tasks/{task}"), HttpStatusCode.NotFound);
        await Refused(teacher.Call(HttpMethod.Post, $"{Root}/tasks/{task}/hand-on", new { how = "Transfer" }), HttpStatusCode.BadRequest);
        (await teacher.Call(HttpMethod.Post, $"{Root}/tasks/{task}/hand-on", new { personId = People.Leader.PersonId, how = "Delegate" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Seek(leader, $"{Root}/tasks?size=50", task))["why"]!.ToString().ShouldBe("Delegated");
    }

    [Fact]
    public async Task Tasks_WhenApprovedTogether_SaysOfEachWhy()
    {
        var (plain, alone) = ((await Task(await Start(await Publish(Drawing.Chain("userTask id=\"a\" lms:bulk=\"true\""))), "a")).Id, (await Task(await Start(await Publish(Drawing.Chain("userTask id=\"a\""))), "a")).Id);
        var said = (await Read(await (await Caller("trainee")).Call(HttpMethod.Post, $"{Root}/tasks/approve", new { taskIds = new[] { plain, alone } }))).AsArray();
        said[0]!["refusal"].ShouldBeNull();
        said[1]!["refusal"]!.ToString().ShouldContain("has to be opened");
    }

    [Fact]
    public async Task Case_WhenPutRight_NeedsTheVersionSeen()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\" lms:person=\"=who\"")), new() { ["who"] = "nobody" });
        await Incident(running);
        var (admin, url) = (await Caller("admin"), $"{Root}/cases/{running}");
        (await Seek(admin, $"{Root}/cases?stuck=true&size=50", running))["isStuck"]!.GetValue<bool>().ShouldBeTrue();
        var seen = await admin.Get(url);
        var body = new { variables = new { who = People.Leader.PersonId.ToString() }, reason = "Typed wrongly" };
        (await admin.Call(HttpMethod.Put, $"{url}/variables", body)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var changed = await admin.Call(HttpMethod.Put, $"{url}/variables", body, seen.Headers.ETag!.Tag);
        (await Read(changed))["variables"]!["who"]!.ToString().ShouldBe(People.Leader.PersonId.ToString());
        (await admin.Call(HttpMethod.Put, $"{url}/variables", body, seen.Headers.ETag.Tag)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var task = (await Task(running, "a")).Id;
        (await admin.Call(HttpMethod.Post, $"{url}/tasks/{task}/reassign", new { personId = People.Leader.PersonId, reason = "Known now" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Refused(admin.Call(HttpMethod.Post, $"{url}/cancel", new { reason = "" }), HttpStatusCode.BadRequest);
        (await Read(await admin.Call(HttpMethod.Post, $"{url}/cancel", new { reason = "Not needed" })))["outcome"]!.ToString().ShouldBe("Cancelled");
    }

    [Fact]
    public async Task Case_ForWhoMayNotIntervene_IsSeenAndNotChanged()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\"")));
        var teacher = await Caller("trainee");
        (await teacher.Get($"{Root}/cases/{running}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Refused(teacher.Call(HttpMethod.Post, $"{Root}/cases/{running}/cancel", new { reason = "Mine" }), HttpStatusCode.Forbidden);
        (await Case(running)).Outcome.ShouldBe(CaseOutcome.Running);
    }

    [Fact]
    public async Task Anything_OfTheOtherInstitute_IsNotFound()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\"")));
        var (task, other) = ((await Task(running, "a")).Id, await Caller("admin2"));
        var reason = new { reason = "Mine now" };
        foreach (var call in new[]
        {
            other.Get($"{Root}/tasks/{task}"), other.Call(HttpMethod.Post, $"{Root}/tasks/{task}/complete", new { answers = new { } }), other.Call(HttpMethod.Post, $"{Root}/tasks/{task}/claim"),
            other.Call(HttpMethod.Post, $"{Root}/tasks/{task}/hand-on", new { personId = People.SecondAdmin.PersonId }), other.Call(HttpMethod.Post, $"{Root}/tasks/{task}/take-back"), other.Call(HttpMethod.Post, $"{Root}/tasks/approve", new { taskIds = new[] { task } }),
            other.Get($"{Root}/cases/{running}"), other.Call(HttpMethod.Post, $"{Root}/cases/{running}/cancel", reason), other.Call(HttpMethod.Post, $"{Root}/cases/{running}/move", new { instance = 1, reason = "x" }),
            other.Call(HttpMethod.Post, $"{Root}/cases/{running}/incidents/{Guid.CreateVersion7()}/retry"), other.Call(HttpMethod.Post, $"{Root}/cases/{running}/tasks/{task}/reassign", new { personId = People.SecondAdmin.PersonId, reason = "x" }),
            other.Call(HttpMethod.Post, $"{Root}/requests/{running}/withdraw", new { }), other.Call(HttpMethod.Post, $"{Root}/requests/{running}/urge"),
        })
            await Refused(call, HttpStatusCode.NotFound);
        (await Case(running)).Steps.ShouldBe(1);
    }

    private async Task<Visitor> Caller(string mailbox)
    {
        var browser = Host.Open();
        await browser.SignIn($"{mailbox}@sample.example", "Sample-2026!");
        await browser.Open("/");
        return browser;
    }

    /// <summary>Pages through a list until the record comes.</summary>
    private static async Task<JsonNode> Seek(Visitor caller, string list, Guid id)
    {
        for (var after = ""; ;)
        {
            var page = await Read(await caller.Get(list + after));
            if (page["items"]!.AsArray().FirstOrDefault(i => i!["id"]!.ToString() == id.ToString()) is { } found)
                return found;
            after = $"&after={page["next"].ShouldNotBeNull()}";
        }
    }

    private static async Task<JsonNode> Read(HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var said = await response.Content.ReadAsStringAsync(Cancel);
        response.StatusCode.ShouldBe(expected, said);
        return JsonNode.Parse(said)!;
    }

    private static async Task<JsonNode> Refused(Task<HttpResponseMessage> call, HttpStatusCode expected)
    {
        using var response = await call;
        response.StatusCode.ShouldBe(expected, await response.Content.ReadAsStringAsync(Cancel));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Cancel))!;
    }
}
