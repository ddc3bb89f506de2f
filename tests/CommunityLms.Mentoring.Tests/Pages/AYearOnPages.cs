using CommunityLms.Kernel.Documents;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Tests.Hosting;
using CommunityLms.Testing;
using CommunityLms.Workflows.Contracts;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Mentoring.Tests.Pages;

/// <summary>What a pair does in its time, page by page and without a script: contracts that are sealed already, under a workflow that asks for nothing.</summary>
[Collection(OnSqlite.Name)]
public sealed class AYearOnPages(MentoringHost<SqliteDatabase> host)
{
    private const string Quiet = "quiet";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DateOnly Today => DateOnly.FromDateTime(host.Clock.GetLocalNow().DateTime);

    [Fact]
    public async Task Paper_SentBack_IsBroughtAgainUntilItIsAccepted()
    {
        var (id, mentor, trainee) = await UnderWay();
        (await trainee.Upload($"/mentoring/my/{id}/evidence", ("File", "paper.exe", [(byte)'M', (byte)'Z', 0, 0, 3]), ("Input.Activity", "Paper"), ("Input.On", Today), ("Input.Title", "提问"))).Text.ShouldContain("This kind of file isn't taken here");
        (await trainee.Upload($"/mentoring/my/{id}/evidence", ("File", "提问.pdf", "%PDF-1.7 paper"u8.ToArray()), ("Input.Activity", "Paper"), ("Input.On", Today), ("Input.Title", "提问"))).Text.ShouldContain("Entered.");
        var evidence = await host.Stored(db => db.Evidence.Where(e => e.ContractId == id).Select(e => new { e.Id, File = e.Files.Select(f => f.FileId).Single() }).SingleAsync(Cancel));
        var page = $"/mentoring/evidence/{evidence.Id}";
        (await mentor.Submit(page, ("comment", "举一个例子"))).Text.ShouldContain("举一个例子");
        await Eventually.Get(() => trainee.Read("/notifications"), news => news.Contains(page, StringComparison.Ordinal));
        await trainee.Submit($"{page}/revise", ("Input.Text", "例子"));
        (await mentor.Post($"{page}?handler=Accept")).Text.ShouldContain("accepted");

        using var file = await mentor.Get($"{page}/file/{evidence.File}");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        (await (await host.SignedIn("admin2")).Get($"{page}/file/{evidence.File}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Schedule_WithAClash_IsPlannedOnlyWhenSomebodySaysSo()
    {
        var (id, mentor, trainee) = await UnderWay();
        (string, object?)[] visits = [("Input.Topic", "听课"), ("Input.First", Today), ("Input.From", "09:00"), ("Input.Until", "10:30"), ("Input.Times", 3), ("Input.Weeks", 2)];
        (await mentor.Submit($"/mentoring/my/{id}/schedule/plan", visits)).Text.ShouldContain("Planned: 3.");
        (await trainee.Submit($"/mentoring/my/{id}/schedule/plan", visits)).Text.ShouldContain("at that time");
        (await host.Stored(db => db.Meetings.CountAsync(m => m.ContractId == id, Cancel))).ShouldBe(3);
        await trainee.Submit([.. visits, ("Input.DespiteClashes", true)]);
        (await host.Stored(db => db.Meetings.CountAsync(m => m.ContractId == id, Cancel))).ShouldBe(6);

        var first = await host.Stored(db => db.Meetings.Where(m => m.ContractId == id && m.On == Today).Select(m => m.Id).FirstAsync(Cancel));
        await trainee.Open($"/mentoring/my/{id}/schedule");
        (await trainee.Post($"/mentoring/my/{id}/schedule?handler=Hold", ("meeting", first))).Text.ShouldContain("Logged.");
        (await host.Stored(db => db.Contacts.Where(c => c.ContractId == id).Select(c => c.Minutes).SingleAsync(Cancel))).ShouldBe(90);
    }

    [Fact]
    public async Task SealDesk_SealsSeveralAtOnce_AndLeavesWhatChanged()
    {
        var (first, mentor, _) = await UnderWay(c => c.Ask(Guid.CreateVersion7(), ContractStep.SchoolSeal, 0, AskedBy.Workflow, A.At), activate: false);
        var (second, _, _) = await UnderWay(c => c.Ask(Guid.CreateVersion7(), ContractStep.SchoolSeal, 0, AskedBy.Workflow, A.At), activate: false);
        var school = await host.SignedIn("school");
        var desk = await school.Read("/mentoring/seals");
        desk.ShouldContain($"{first}:SchoolSeal");
        desk.ShouldContain("new to you");

        var check = $"/mentoring/seals/check?keys={first}:SchoolSeal&keys={second}:SchoolSeal";
        (await school.Submit(check, ("Password", "wrong"))).Text.ShouldContain("The password isn’t right");
        await school.Open(check);
        await mentor.Open($"/mentoring/contracts/{second}");
        await mentor.Post($"/mentoring/contracts/{second}?handler=Amend");
        (await school.Submit(("Password", MentoringHost<SqliteDatabase>.Password))).Text.ShouldSatisfyAllConditions(t => t.ShouldContain("Sealed: 1."), t => t.ShouldContain("Both sides sign first"));

        (await school.Submit($"/mentoring/contracts/{first}", ("office", nameof(ContractStep.SchoolSeal)), ("reason", "另一位老师"), ("password", MentoringHost<SqliteDatabase>.Password))).Text.ShouldContain("另一位老师");
        (await host.Stored(db => db.Contracts.Where(c => c.Id == first).Select(c => c.State).SingleAsync(Cancel))).ShouldBe(ContractState.Draft);
    }

    [Fact]
    public async Task Contract_WhenCompleted_HasAVolumeAndACertificateThatAnybodyCanCheck()
    {
        var (id, mentor, trainee) = await UnderWay();
        await trainee.Submit($"/mentoring/my/{id}/log", ("Input.On", Today), ("Input.Kind", "Visit"), ("Input.Topic", "备课"), ("Input.Minutes", 90));
        await trainee.Submit($"/mentoring/my/{id}/evidence", ("Input.Activity", "Hear a lesson"), ("Input.On", Today), ("Input.Title", "Unit 13 Diet"), ("Input.Text", "板书清楚"));
        await mentor.Post($"/mentoring/evidence/{await host.Stored(db => db.Evidence.Where(e => e.ContractId == id).Select(e => e.Id).SingleAsync(Cancel))}?handler=Accept");
        await Change(id, c =>
        {
            c.Ask(Guid.CreateVersion7(), ContractStep.FinalReview, 0, AskedBy.Workflow, A.At);
            c.Conclude(Side.Mentor, "She teaches alone now", A.At);
            c.Conclude(Side.Trainee, "我敢提问了", A.At);
            c.Complete(Today);
        });
        (await trainee.Read($"/mentoring/contracts/{id}/volume")).ShouldSatisfyAllConditions(t => t.ShouldContain("我敢提问了"), t => t.ShouldContain("Unit 13 Diet"), t => t.ShouldContain("备课"));
        using var word = await trainee.Get($"/mentoring/contracts/{id}/volume?handler=Word");
        using (var document = WordprocessingDocument.Open(await word.Content.ReadAsStreamAsync(Cancel), isEditable: false))
            document.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("板书清楚");

        var certificate = $"/mentoring/contracts/{id}/certificate/Trainee";
        (await trainee.Read(certificate)).ShouldContain("A copy to read");
        await trainee.Post(certificate);
        var issued = System.Text.RegularExpressions.Regex.Match(await trainee.Read(certificate), "/verify/(?<code>[0-9A-Z-]{19})", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["code"].Value;
        var page = await host.Visitor().Read($"/verify/{issued}");
        page.ShouldSatisfyAllConditions(t => t.ShouldContain("1.5"), t => t.ShouldContain("This number is ours"), t => t.ShouldContain("Hours of guidance"));
        (await host.Visitor().Read("/verify?number=0000-0000-0000-0000")).ShouldContain("We gave out no document");
    }

    /// <summary>Of the mentor and the trainee who can sign in, in a programme of its own.</summary>
    private async Task<(Guid Id, Visitor Mentor, Visitor Trainee)> UnderWay(Action<Contract>? then = null, bool activate = true)
    {
        var who = await host.PersonCalled("陈晓兰");
        var id = await host.As(null, async services =>
        {
            await services.GetRequiredService<IWorkflowLibrary>().Bring(Quiet, Quiet, """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><bpmn:process id="quiet" isExecutable="true">
                <bpmn:startEvent id="s"><bpmn:outgoing>f</bpmn:outgoing></bpmn:startEvent><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e" /><bpmn:endEvent id="e"><bpmn:incoming>f</bpmn:incoming></bpmn:endEvent></bpmn:process></bpmn:definitions>
                """, Cancel);
            var db = services.GetRequiredService<Data.MentoringDbContext>();
            var pair = await db.CityPairs().AsNoTracking().Where(c => c.TraineeId == who).OrderBy(c => c.Id).FirstAsync(Cancel);
            var programme = new Programme(A.Plan() with { From = Today.AddDays(-30), To = Today.AddDays(300), MidtermOn = null, SubjectIds = [pair.SubjectId], WorkflowKey = Quiet, Stages = [new("One", Today.AddDays(-30), Today.AddDays(300))], Activities = [new("Hear a lesson", ActivityKind.LessonHeard, 2), new("Paper", ActivityKind.Paper, 1)] });
            programme.Open();
            var contract = new Contract(programme, new(pair.MentorId, pair.MentorSchoolId), new(pair.TraineeId, pair.TraineeSchoolId), pair.SubjectId);
            foreach (var kind in Enum.GetValues<DecisionKind>())
                contract.Ask(Guid.CreateVersion7(), Enum.Parse<ContractStep>(kind.ToString()), 0, AskedBy.Workflow, A.At);
            contract.Agreed().SignedByBoth();
            if (activate)
                contract.Activate(Today);
            then?.Invoke(contract);
            db.Add(programme);
            db.Add(contract);
            await db.SaveChangesAsync(Cancel);
            return contract.Id;
        });
        return (id, await host.SignedIn("mentor"), await host.SignedIn("trainee"));
    }

    private Task Change(Guid id, Action<Contract> change) => host.As(null, async services =>
    {
        var db = services.GetRequiredService<Data.MentoringDbContext>();
        change(await db.LoadContract(id, Cancel));
        await db.SaveChangesAsync(Cancel);
    });
}
