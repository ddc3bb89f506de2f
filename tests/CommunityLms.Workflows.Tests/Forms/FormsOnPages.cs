using System.Net;
using System.Text.Json.Nodes;
using CommunityLms.Testing;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Forms.Filling;
using CommunityLms.Workflows.Sample;
using CommunityLms.Workflows.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Forms;

/// <summary>Forms in the real host, filled in without a script.</summary>
[Collection(OnSqlite.Name)]
public sealed class FormsOnPages(WorkflowHost<SqliteDatabase> host) : OnTheHost<SqliteDatabase>(host)
{
    private static readonly byte[] s_picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0];

    private static readonly string s_everything = ASchema.Of(
        """{"type":"text","id":"words","text":"# Heading\n\nHello **{{starterName}}**"}""", """{"type":"html","id":"html","content":"<p>From html</p>"}""", """{"type":"separator","id":"line"}""", """{"type":"spacer","id":"gap"}""",
        """{"type":"textfield","key":"name","label":"Name of the school","description":"As on the seal","validate":{"required":true,"maxLength":20}}""",
        """{"type":"textarea","key":"why","label":"Why","validate":{"minLength":2}}""",
        """{"type":"number","key":"hours","label":"Hours","decimalDigits":1,"appearance":{"suffixAdorner":"h"},"validate":{"min":1,"max":40}}""",
        """{"type":"datetime","key":"day","subtype":"date","dateLabel":"Day","disallowPassedDates":true}""", """{"type":"datetime","key":"hour","subtype":"time","timeLabel":"Hour"}""", """{"type":"datetime","key":"moment","subtype":"datetime","dateLabel":"Moment"}""",
        """{"type":"checkbox","key":"agreed","label":"I agree"}""",
        """{"type":"radio","key":"one","label":"One","values":[{"label":"First","value":"a"},{"label":"Second","value":"b"}]}""",
        """{"type":"select","key":"picked","label":"Picked","values":[{"label":"First","value":"a"}]}""",
        """{"type":"checklist","key":"several","label":"Several","values":[{"label":"First","value":"a"},{"label":"Second","value":"b"}]}""",
        """{"type":"taglist","key":"tags","label":"Tags","values":[{"label":"First","value":"a"}]}""",
        """{"type":"textfield","key":"teacher","label":"Teacher","properties":{"lms:pick":"person"}}""", """{"type":"select","key":"school","label":"School","values":[],"properties":{"lms:pick":"unit"}}""",
        """{"type":"filepicker","key":"paper","label":"Paper","accept":".png"}""",
        """{"type":"textfield","key":"country","label":"Country","conditional":{"hide":"=not(agreed)"},"validate":{"required":true}}""",
        """{"type":"group","label":"Home","path":"home","components":[{"type":"textfield","key":"street","label":"Street"}]}""",
        """{"type":"dynamiclist","label":"Guest","path":"guests","defaultRepetitions":1,"components":[{"type":"textfield","key":"called","label":"Called"}]}""",
        """{"type":"expression","key":"double","expression":"=hours * 2"}""",
        """{"type":"textfield","key":"starterCopy","label":"You are","readonly":true,"properties":{"lms:default":"=starterName"}}""");

    [Fact]
    public async Task Form_WithEveryKindOfQuestion_IsShownAndRead()
    {
        var (admin, page) = await Build(s_everything);
        var seen = await admin.Open(page);
        seen.Status.ShouldBe(HttpStatusCode.OK, seen.Text);
        foreach (var part in new[] { "<h2>Heading</h2>", "<strong>", "From html", "<hr>", "for=\"answers_name\"", "As on the seal", "<textarea", "Hours (h)", "type=\"date\"", "type=\"time\"", "type=\"datetime-local\"", "type=\"checkbox\"", "type=\"radio\"",
            "/institutes/pick/colleagues", "/institutes/pick/places", "type=\"file\"", "name=\"answers.home.street\"", "name=\"answers.guests[0].called\"", "You are" })
            seen.Main.ShouldContain(part);
        seen.Main.ShouldNotContain("Country");

        var day = Host.Clock.GetLocalNow().Date.AddDays(3);
        (string, object?)[] answers = [("answers.name", "红火炬学校"), ("answers.why", "Because"), ("answers.hours", "2.5"), ("answers.day", DateOnly.FromDateTime(day)), ("answers.hour", "08:30"), ("answers.moment", "2026-03-02T08:30"), ("answers.one", "b"), ("answers.picked", "a"), ("answers.several", "a"),
            ("answers.several", "b"), ("answers.tags", "a"), ("answers.teacher", People.Teacher.PersonId), ("answers.school", People.School.Id), ("answers.home.street", "Road 1"), ("answers.guests[0].called", "陈")];
        var sent = await admin.Submit(answers);
        sent.Errors.ShouldBeEmpty();
        var got = JsonNode.Parse(sent.Html.Split("<pre>")[1].Split("</pre>")[0])!;
        got["double"]!.GetValue<decimal>().ShouldBe(5);
        got["teacher"]!.ToString().ShouldBe(People.Teacher.PersonId.ToString());
        got["several"]!.AsArray().Count.ShouldBe(2);
        got["guests"]![0]!["called"]!.ToString().ShouldBe("陈");

        // The tick brings a question, which is shown before anything is done.
        sent = await admin.Submit([.. answers, ("answers.agreed", "true")]);
        sent.Errors.ShouldBeEmpty();
        sent.Main.ShouldNotContain("<pre>");
        sent.Main.ShouldContain("name=\"answers.country\"");
        (await admin.Submit([.. answers, ("answers.agreed", "true")])).Errors.ShouldHaveSingleItem().Field.ShouldBe("answers_country");
    }

    [Fact]
    public async Task Form_WhenAnswersDoNotFit_SaysSoBesideEachAndKeepsThem()
    {
        var (admin, page) = await Build(s_everything);
        var theirs = People.SecondAdmin.PersonId;
        var sent = await admin.Submit(page, ("answers.why", "x"), ("answers.hours", "viele"), ("answers.day", "2020-01-01"), ("answers.hour", "25:99"), ("answers.one", "z"), ("answers.teacher", theirs), ("answers.school", Guid.CreateVersion7()), ("answers.name", new string('a', 21)));
        sent.Errors.Select(e => e.Field).ShouldBe(["answers_name", "answers_why", "answers_hours", "answers_day", "answers_hour", "answers_one", "answers_teacher", "answers_school"]);
        sent.Main.ShouldContain("value=\"viele\"");
        (await admin.Submit(page, ("answers.name", ""), ("answers.hours", "41"))).Errors.Select(e => e.Field).ShouldBe(["answers_name", "answers_hours"]);
        (await admin.Submit(page, ("answers.name", "a"), ("answers.hours", "1.25"))).Errors.ShouldHaveSingleItem().Field.ShouldBe("answers_hours");
    }

    [Fact]
    public async Task File_WhenItIsOfAnotherKind_IsRefusedAndTheRightOneIsKeptUntilAllFits()
    {
        var (admin, page) = await Build(s_everything);
        (await admin.Upload(page, ("answers.paper", "a.png", "MZ not a picture"u8.ToArray()), ("answers.name", "a"))).Errors.ShouldHaveSingleItem().Field.ShouldBe("answers_paper");
        var sent = await admin.Upload(page, ("answers.paper", "seal.png", s_picture), ("answers.hours", "x"), ("answers.name", "a"));
        sent.Errors.ShouldHaveSingleItem().Field.ShouldBe("answers_hours");
        sent.Main.ShouldContain("seal.png");
        var ticket = sent.Html.Split("name=\"answers.paper.kept\" value=\"")[1].Split('"')[0];
        var done = await admin.Submit(("answers.paper.kept", ticket), ("answers.hours", "2"), ("answers.name", "a"));
        JsonNode.Parse(done.Html.Split("<pre>")[1].Split("</pre>")[0])!["paper"]!["name"]!.ToString().ShouldBe("seal.png");
        (await admin.Submit(page, ("answers.paper.kept", ticket + "x"), ("answers.name", "a"))).Html.ShouldContain("\"paper\": null");
    }

    [Fact]
    public async Task Rows_WithoutAScript_AreAddedAndTakenAwayByButtons()
    {
        var (admin, page) = await Build(s_everything);
        var more = await admin.Submit(page, (PostedForm.Action, "add answers.guests"), ("answers.guests[0].called", "A"));
        more.Errors.ShouldBeEmpty();
        more.Main.ShouldContain("name=\"answers.guests[1].called\"");
        var less = await admin.Submit((PostedForm.Action, "remove answers.guests[0]"), ("answers.guests[0].called", "A"), ("answers.guests[1].called", "B"));
        less.Main.ShouldContain("value=\"B\"");
        less.Main.ShouldNotContain("name=\"answers.guests[1].called\"");
    }

    [Fact]
    public async Task Picker_WithoutAScript_ShowsWhomItFound()
    {
        var (admin, page) = await Build(s_everything);
        (await admin.Submit(page, ("lms-search", "answers.teacher"), ("answers.teacher.Search", "陈晓兰"), ("answers.name", "kept"))).Main.ShouldSatisfyAllConditions(m => m.ShouldContain(People.Teacher.PersonId.ToString()!), m => m.ShouldContain("value=\"kept\""));
    }

    [Fact]
    public async Task Request_ForTheSample_IsAskedForByItsForm()
    {
        var teacher = Host.Open();
        await teacher.SignIn("trainee@sample.example", Password);
        var form = await teacher.Open($"/workflows/requests/new/{WorkflowsSample.Key}");
        form.Main.ShouldContain("name=\"answers.toUnit\"");
        form.Main.ShouldContain(People.Teacher.PersonId.ToString()!);
        (await teacher.Submit(("answers.teacher", People.Teacher.PersonId), ("answers.fromUnit", People.School.Id))).Errors.Select(e => e.Field).ShouldBe(["answers_toUnit", "answers_startsOn", "answers_reason"]);
        var sent = await teacher.Upload($"/workflows/requests/new/{WorkflowsSample.Key}", ("answers.papers", "证明.png", s_picture), ("answers.teacher", People.Teacher.PersonId), ("answers.fromUnit", People.School.Id), ("answers.toUnit", People.OtherSchool.Id), ("answers.startsOn", DateOnly.FromDateTime(Host.Clock.GetLocalNow().Date.AddDays(30))), ("answers.reason", "family"));
        sent.Path.ShouldBe("/workflows/requests");

        var caseId = await Host.Stored(db => db.Cases.OrderByDescending(c => c.Id).Where(c => c.StarterId == People.Teacher.PersonId).Select(c => c.Id).FirstAsync());
        var task = await Task(caseId, "present");
        var school = Host.Open();
        await school.SignIn("school@sample.example", Password);
        (await school.Open($"/workflows/tasks/{task.Id}")).Main.ShouldContain("同意调出");
        var asked = await school.Submit(("answers.presentDecision", "refuse"));
        asked.Main.ShouldContain("name=\"answers.presentOpinion\"");
        (await school.Submit(("answers.presentDecision", "refuse"))).Errors.ShouldHaveSingleItem().Field.ShouldBe("answers_presentOpinion");
        (await school.Submit(("answers.presentDecision", "refuse"), ("answers.presentOpinion", "英语教师紧缺"))).Path.ShouldBe("/workflows/tasks");
        var known = CommunityLms.Workflows.Cases.Values.ToJson((await State(caseId)).Variables);
        known["presentAgrees"]!.GetValue<bool>().ShouldBeFalse();
        known["presentOpinion"]!.ToString().ShouldBe("英语教师紧缺");

        var paper = $"/workflows/cases/{caseId}/files/{known["papers"]![0]!["id"]}";
        (await (await school.Get(paper)).Content.ReadAsByteArrayAsync(Cancel)).ShouldBe(s_picture);
        (await school.Get($"/workflows/cases/{caseId}/files/{Guid.CreateVersion7()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var other = Host.Open();
        await other.SignIn("leader@sample.example", Password);
        (await other.Get(paper)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private const string Password = "Sample-2026!";

    /// <summary>An administrator's browser, and the page on which a form is tried.</summary>
    private async Task<(Visitor Admin, string Page)> Build(string schema)
    {
        var page = await Host.As(People.Admin, async services =>
        {
            var key = $"forms-{Guid.CreateVersion7():N}";
            var definition = await services.GetRequiredService<EditDefinition>().Create(key, key, Drawing.Chain("userTask id=\"a\""), Cancel);
            var forms = services.GetRequiredService<EditForms>();
            var form = await forms.Add(definition, "form", "Form", Cancel);
            (await forms.Save(definition, form, "Form", schema, (await forms.Find(definition, form, Cancel)).Form.ConcurrencyStamp, Cancel)).ShouldBeEmpty();
            return $"/workflows/definitions/{definition}/forms/{form}/try";
        });
        var admin = Host.Open();
        await admin.SignIn("admin@sample.example", Password);
        return (admin, page);
    }
}
