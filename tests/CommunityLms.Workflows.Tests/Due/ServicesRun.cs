using System.Text.Json.Nodes;
using CommunityLms.Testing;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Due;

/// <summary>Activities of modules and called cases: tried again, given up, caught, called off.</summary>
public abstract class ServicesRun<TDatabase>(WorkflowHost<TDatabase> host) : OnTheHost<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private readonly string _tag = Guid.CreateVersion7().ToString();

    [Fact]
    public async Task Activity_WhenItFailsAtFirst_IsTriedAgain()
    {
        var running = await Start(await Publish(Service("tests.failing")), Tagged(failures: 2));
        (await Ended(running)).Outcome.ShouldBe(CaseOutcome.Completed);
        Calls.Of(_tag).ShouldBe(3);
    }

    [Fact]
    public async Task Activity_WhenItKeepsFailing_IsAnIncidentUntilSomebodyTriesAgain()
    {
        var running = await Start(await Publish(Service("tests.failing")), Tagged(failures: 3));
        var incident = await Incident(running);
        incident.Arguments[1].ShouldBe("The other office is closed.");
        await Do<Intervening>(People.Admin, i => i.Retry(running, incident.Instance, null, Cancel));
        (await Ended(running)).Outcome.ShouldBe(CaseOutcome.Completed);
        (await Host.Stored(db => db.Incidents.CountAsync(i => i.CaseId == running && i.ResolvedAt == null))).ShouldBe(0);
        await Eventually.Get(() => Host.As(People.Admin, s => s.GetRequiredService<Kernel.Data.Notifications.INotificationInbox>().List(new(), Cancel)), news => news.Items.Any(n => n.Url == CaseNews.CaseUrl(running)));
    }

    [Fact]
    public async Task Activity_ThatHangs_IsGivenUpAndHoldsUpNobody()
    {
        var hanging = await Start(await Publish(Service("tests.hanging")), Tagged());
        var other = await Start(await Publish(Service("tests.willing")), new() { ["tag"] = "beside" });
        (await Ended(other)).Outcome.ShouldBe(CaseOutcome.Completed);
        (await Incident(hanging)).Arguments[1].ShouldContain("did not end within");
    }

    [Fact]
    public async Task Activity_OfAModuleThatWentAway_IsAnIncidentAtOnce()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"first\"", "serviceTask id=\"a\" lms:activity=\"tests.willing\"")), Tagged());
        await Host.Stored(db => db.Versions.Where(v => db.Cases.Any(c => c.Id == running && c.VersionId == v.Id)).ExecuteUpdateAsync(set => set.SetProperty(v => v.Xml, Drawing.Chain("userTask id=\"first\"", "serviceTask id=\"a\" lms:activity=\"gone.away\""))));
        ForgetDrawings();
        await Complete(People.Teacher, (await Task(running, "first")).Id);
        (await Incident(running)).Arguments[1].ShouldContain("gone.away");
        Calls.Of(_tag).ShouldBe(0);
    }

    [Fact]
    public async Task Activity_ThatRefuses_IsCaughtByTheDrawing()
    {
        var running = await Start(await Publish(Drawing.Process("", "<error id=\"e\" errorCode=\"full\" />", """
            <startEvent id="start" /><serviceTask id="a" lms:activity="tests.refusing" /><endEvent id="end" /><endEvent id="other" />
            <boundaryEvent id="full" attachedToRef="a"><errorEventDefinition errorRef="e" /></boundaryEvent>
            <sequenceFlow id="f1" sourceRef="start" targetRef="a" /><sequenceFlow id="f2" sourceRef="a" targetRef="end" /><sequenceFlow id="f3" sourceRef="full" targetRef="other" />
            """)), Tagged());
        (await Ended(running)).Outcome.ShouldBe(CaseOutcome.Completed);
        (await Journal(running)).SelectMany(e => e.ReadLines()).ShouldContain(l => l.NodeId == "other");
    }

    [Fact]
    public async Task Work_OfACaseThatWentOn_ChangesNothing()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\"", "userTask id=\"b\"")));
        var instance = (await State(running)).Nodes.Single().Number;
        await Complete(People.Teacher, (await Task(running, "a")).Id);
        await Host.Stored(async db =>
        {
            db.Add(new DueWork(DueKind.Timer, running, instance, Host.Clock.GetUtcNow().UtcDateTime));
            db.Add(new DueWork(DueKind.Answer, running, instance, Host.Clock.GetUtcNow().UtcDateTime, new CallAnswer(CaseOutcome.Completed, null, [])));
            return await db.SaveChangesAsync();
        });
        Host.Wake();
        await Eventually.Get(() => Host.Stored(db => db.DueWork.CountAsync(w => w.OwnerId == running && w.Kind != DueKind.News)), n => n == 0);
        (await Case(running)).Steps.ShouldBe(2);
    }

    [Fact]
    public async Task CalledCase_WhenItEnds_LetsTheCallerGoOn()
    {
        var inner = await Publish(Drawing.Chain("userTask id=\"inner\""));
        var outer = await Start(await Publish(Drawing.Chain($"callActivity id=\"call\" calledElement=\"{inner}\"", "userTask id=\"after\"")));
        var child = await Child(outer);
        await Complete(People.Teacher, (await Task(child, "inner")).Id, new() { ["answer"] = 42 });
        await Task(outer, "after");
        (await State(outer)).Variables["answer"].ToString().ShouldBe("42");
    }

    [Fact]
    public async Task CalledCase_WhenTheCallerIsCancelled_IsCancelledToo()
    {
        var inner = await Publish(Drawing.Chain("userTask id=\"inner\""));
        var outer = await Start(await Publish(Drawing.Chain($"callActivity id=\"call\" calledElement=\"{inner}\"")));
        var child = await Child(outer);
        await Do<Intervening>(People.Admin, i => i.Cancel(outer, "Over", Cancel));
        (await Ended(child)).Outcome.ShouldBe(CaseOutcome.Cancelled);
    }

    [Fact]
    public async Task Calls_InACircle_EndAsAnIncident()
    {
        var key = $"circle-{Guid.CreateVersion7():N}";
        await Publish(Drawing.Chain($"callActivity id=\"call\" calledElement=\"{key}\""), key);
        var outer = await Start(key);
        var stuck = await Eventually.Get(() => Host.Stored(db => db.Incidents.AsNoTracking().FirstOrDefaultAsync(i => db.Cases.Any(c => c.Id == i.CaseId && c.DefinitionKey == key))), i => i is not null);
        (await Case(stuck!.CaseId)).Depth.ShouldBeGreaterThan(10);
        (await Case(outer)).Outcome.ShouldBe(CaseOutcome.Running);
        await Do<Intervening>(People.Admin, i => i.Cancel(outer, "A circle", Cancel));
    }

    private static string Service(string activity) => Drawing.Chain($"serviceTask id=\"a\" lms:activity=\"{activity}\"");

    private JsonObject Tagged(int failures = 0) => new() { ["tag"] = _tag, ["failures"] = failures };

    private async Task<Guid> Child(Guid parent) => (await Eventually.Get(() => Host.Stored(db => db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.ParentId == parent)), c => c is not null))!.Id;

    private void ForgetDrawings() => ((Microsoft.Extensions.Caching.Memory.MemoryCache)Host.Services.GetRequiredService<Microsoft.Extensions.Caching.Memory.IMemoryCache>()).Clear();
}

[Collection(OnSqlite.Name)]
public sealed class ServicesRunOnSqlite(WorkflowHost<SqliteDatabase> host) : ServicesRun<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class ServicesRunOnPostgreSql(WorkflowHost<PostgreSqlDatabase> host) : ServicesRun<PostgreSqlDatabase>(host);
