using System.Net;
using CommunityLms.Testing;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Tests.Hosting;

namespace CommunityLms.Workflows.Tests.Pages;

/// <summary>What administrators and doers can mend, on pages without a script.</summary>
[Collection(OnSqlite.Name)]
public sealed class InterventionsOnPages(WorkflowHost<SqliteDatabase> host) : OnTheHost<SqliteDatabase>(host)
{
    [Fact]
    public async Task Task_WhenReassigned_IsTheirsAndTheStorySaysWhy()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\" name=\"Look\"")));
        var task = await Task(running, "a");
        var admin = await SignedIn("admin");
        (await admin.Open($"/workflows/cases/{running}")).Main.ShouldContain($"/workflows/cases/{running}/reassign");
        var page = $"/workflows/cases/{running}/reassign";
        (await admin.Submit(page, ("Input.TaskId", task.Id), ("Input.PersonId", People.Leader.PersonId))).Errors.ShouldHaveSingleItem().Field.ShouldBe("Input_Reason");
        (await admin.Submit(page, ("lms-search", "Input.PersonId"), ("Input.PersonId.Search", "陈晓兰"), ("Input.TaskId", task.Id))).Main.ShouldContain(People.Teacher.PersonId.ToString()!);
        var done = await admin.Submit(page, ("Input.TaskId", task.Id), ("Input.PersonId", People.Leader.PersonId), ("Input.Reason", "On leave"));
        done.Path.ShouldBe($"/workflows/cases/{running}");
        done.Text.ShouldContain("On leave");
        (await Task(running, "a")).PersonId.ShouldBe(People.Leader.PersonId);

        var teacher = await SignedIn("trainee");
        (await teacher.Open(page)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        (await (await SignedIn("admin2")).Open(page)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Variables_WhenPutRight_KeepTheirKindAndTheStoryNamesThem()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\"")), new() { ["word"] = "007", ["count"] = 3, ["isOpen"] = true, ["several"] = new System.Text.Json.Nodes.JsonArray(1, 2) });
        var admin = await SignedIn("admin");
        var page = $"/workflows/cases/{running}/correct";
        (await admin.Submit(page, ("Input.Values[count]", "many"), ("Input.Reason", "x"))).Errors.ShouldHaveSingleItem().Text.ShouldContain("number");
        (await admin.Submit(page, ("Input.Reason", "x"))).Text.ShouldContain("Nothing is different yet");
        (await admin.Submit(page, ("Input.NewName", "starter"), ("Input.NewValue", "me"), ("Input.Reason", "x"))).Errors.ShouldHaveSingleItem();

        var done = await admin.Submit(page, ("Input.Values[word]", "008"), ("Input.Values[count]", "4"), ("Input.Values[isOpen]", "false"), ("Input.Values[several]", "[1,2,3]"), ("Input.NewName", "extra"), ("Input.NewValue", "12"), ("Input.Reason", "Counted wrongly"));

        done.Path.ShouldBe($"/workflows/cases/{running}");
        done.Text.ShouldContain("put right: word, count, isOpen, several, extra.");
        done.Text.ShouldContain("Counted wrongly");
        var known = Values.ToJson((await State(running)).Variables);
        known.ToJsonString().ShouldContain("\"word\":\"008\",\"count\":4,\"isOpen\":false,\"several\":[1,2,3]");
        known["extra"]!.GetValue<int>().ShouldBe(12);
    }

    [Fact]
    public async Task Variables_WhenTheCaseMovedMeanwhile_AreShownAsTheyAreAndWhatWasTypedStays()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\"")), new() { ["word"] = "old", ["other"] = "old" });
        var admin = await SignedIn("admin");
        await admin.Open($"/workflows/cases/{running}/correct");
        await Do<Intervening>(People.Admin, i => i.Correct(running, new() { ["other"] = "newer" }, "Before you", Cancel));
        var again = await admin.Submit(("Input.Values[word]", "mine"), ("Input.Values[other]", "old"), ("Input.Reason", "x"));
        again.Text.ShouldContain("Somebody else changed this meanwhile");
        again.Main.ShouldContain("value=\"mine\"");
        again.Main.ShouldContain("value=\"newer\"");
        await admin.Submit(("Input.Values[word]", "mine"), ("Input.Values[other]", "newer"), ("Input.Reason", "x"));
        Values.ToJson((await State(running)).Variables).ToJsonString().ShouldContain("\"word\":\"mine\",\"other\":\"newer\"");
    }

    [Fact]
    public async Task Task_ThatIsDone_IsTakenBackFromTheListUntilSomebodyActs()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\" name=\"Mine\"", "userTask id=\"b\" lms:role=\"school-officer\"", "userTask id=\"c\"")));
        var task = await Task(running, "a");
        await Complete(People.Teacher, task.Id);
        var teacher = await SignedIn("trainee");
        (await teacher.Open("/workflows/tasks?done=true")).Main.ShouldContain(task.Id.ToString());
        (await teacher.Open($"/workflows/cases/{running}")).Text.ShouldContain("Take “Mine” back");
        (await teacher.Submit("/workflows/tasks?done=true", ("id", task.Id))).Text.ShouldContain("It is yours again");
        var again = await Task(running, "a");
        await Complete(People.Teacher, again.Id);
        await Complete(People.SchoolOfficer, (await Task(running, "b")).Id);
        (await teacher.Open($"/workflows/cases/{running}")).Text.ShouldNotContain("Take “Mine” back");
        (await teacher.Post("/workflows/tasks?handler=TakeBack", ("id", again.Id))).Text.ShouldContain("Somebody has acted after you");
    }

    [Fact]
    public async Task Tasks_WhenSeveralAreApproved_SaysWhatBecameOfEach()
    {
        var bulk = await Publish(Drawing.Chain("userTask id=\"a\" name=\"Together\" lms:bulk=\"true\""));
        var (first, second) = (await Start(bulk, starter: People.Leader), await Start(bulk, starter: People.Leader));
        var alone = await Start(await Publish(Drawing.Chain("userTask id=\"a\" name=\"Alone\"")), starter: People.Leader);
        var (one, two, three) = (await Task(first, "a"), await Task(second, "a"), await Task(alone, "a"));
        var leader = await SignedIn("leader");
        var list = (await leader.Open("/workflows/tasks")).Main;
        list.ShouldContain($"value=\"{one.Id}\"");
        list.ShouldNotContain($"value=\"{three.Id}\"");

        var done = await leader.Post("/workflows/tasks?handler=Approve", ("ids", one.Id), ("ids", two.Id), ("ids", three.Id), ("comment", "Fine"));

        done.Text.ShouldContain("Approved: 2.");
        done.Text.ShouldContain("Not approved: “Alone");
        (await Case(first)).Outcome.ShouldBe(CaseOutcome.Completed);
        (await Case(alone)).Outcome.ShouldBe(CaseOutcome.Running);
    }

    private async Task<Visitor> SignedIn(string name)
    {
        var browser = Host.Open();
        await browser.SignIn($"{name}@sample.example", "Sample-2026!");
        return browser;
    }
}
