using CommunityLms.Kernel.Domain;
using CommunityLms.Testing;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Inbox;
using CommunityLms.Workflows.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Cases;

/// <summary>One step is one transaction; what happens at once happens one after the other; the journal gives the state again.</summary>
public abstract class CasesHold<TDatabase>(WorkflowHost<TDatabase> host) : OnTheHost<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private const int Many = 12;

    [Fact]
    public async Task Tasks_WhenManyAreDoneAtOnce_AllCount()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\"><multiInstanceLoopCharacteristics lms:result=\"=answer\" lms:results=\"answers\"><loopCardinality>12</loopCardinality></multiInstanceLoopCharacteristics>", "userTask id=\"b\"")));
        var tasks = await Host.Stored(db => db.WorkItems.Where(w => w.CaseId == running).Select(w => w.Id).ToListAsync());
        tasks.Count.ShouldBe(Many);
        await System.Threading.Tasks.Task.WhenAll(tasks.Select((task, number) => Complete(People.Teacher, task, new() { ["answer"] = number })));

        await Task(running, "b");
        var found = await Case(running);
        found.Steps.ShouldBe(Many + 1);
        CaseStateJson.Write(await Host.As(People.Admin, s => s.GetRequiredService<CaseQueries>().Replay(running, Cancel))).ShouldBe(found.State);
    }

    [Fact]
    public async Task BusinessKey_WhileACaseRunsByIt_IsTaken()
    {
        var key = await Publish(Drawing.Chain("userTask id=\"a\""));
        var running = await Start(key, businessKey: "K");
        (await Refused<IWorkflowRuntime>(People.Teacher, r => r.Start(new(key, People.School.Id, key, [], "K"), Cancel))).ShouldBe(CaseRules.KeyTaken);
        await Complete(People.Teacher, (await Task(running, "a")).Id);
        await Start(key, businessKey: "K");
    }

    [Fact]
    public async Task BusinessKey_WhenTakenAtOnce_IsGivenOnce()
    {
        var key = await Publish(Drawing.Chain("userTask id=\"a\""));
        var tries = await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await Start(key, businessKey: "K");
                return true;
            }
            catch (RuleBroken refused) when (refused.Rule == CaseRules.KeyTaken)
            {
                return false;
            }
        }));
        tries.Count(started => started).ShouldBe(1);
    }

    [Fact]
    public async Task Starter_WhenSomebodyClaimsToBeAnother_StaysWhoeverItIs()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\" lms:person=\"=starter\"")), new() { ["starter"] = People.Leader.PersonId.ToString() });
        var task = await Task(running, "a");
        task.PersonId.ShouldBe(People.Teacher.PersonId);
        (await Refused<CompleteTask>(People.Teacher, t => t.Handle(task.Id, new() { ["starter"] = People.Leader.PersonId.ToString() }, null, Cancel))).Message.ShouldBe(WorkRules.NotAsked.Message);
    }

    [Fact]
    public async Task Case_InAUnitOfAnotherInstitute_DoesntStart()
    {
        var key = await Publish(Drawing.Chain("userTask id=\"a\""));
        await Missing<IWorkflowRuntime>(People.Teacher, r => r.Start(new(key, Guid.CreateVersion7(), key, []), Cancel));
        await Host.As(People.SecondAdmin, s => Should.ThrowAsync<RecordMissing>(() => s.GetRequiredService<IWorkflowRuntime>().Start(new(key, People.School.Id, key, []), Cancel)), second: true);
    }

    [Fact]
    public async Task Case_OfAnotherInstitute_IsSeenByNobodyThere()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\"")));
        await Host.As(People.SecondAdmin, async s =>
        {
            await Should.ThrowAsync<RecordMissing>(() => s.GetRequiredService<CaseQueries>().Find(running, Cancel));
            await Should.ThrowAsync<RecordMissing>(() => s.GetRequiredService<Intervening>().Cancel(running, "Mine now", Cancel));
            (await s.GetRequiredService<IWorkflowRuntime>().Find(running, Cancel)).ShouldBeNull();
            return true;
        }, second: true);
    }

    [Fact]
    public async Task Case_IsSeenByThoseItConcerns()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\" lms:role=\"school-officer\"")));
        foreach (var who in new[] { People.Teacher, People.SchoolOfficer, People.Admin })
            (await Host.As(who, s => s.GetRequiredService<CaseQueries>().List(new(), new(Size: 200), Cancel))).Items.ShouldContain(c => c.Id == running);
        (await Host.As(People.Leader, s => s.GetRequiredService<CaseQueries>().List(new(), new(Size: 200), Cancel))).Items.ShouldNotContain(c => c.Id == running);
        (await Host.As(People.Teacher, s => s.GetRequiredService<CaseQueries>().Find(running, Cancel))).Graph.Nodes.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Step_WhenSkippedMovedOrCorrected_IsWrittenWithTheReason()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\"", "userTask id=\"b\"", "userTask id=\"c\"")));
        await Do<Intervening>(People.Admin, async i => await i.Skip(running, (await State(running)).Nodes.Single().Number, null, new() { ["word"] = 1 }, "Not needed here", Cancel));
        await Task(running, "b");
        await Do<Intervening>(People.Admin, async i => await i.Move(running, (await State(running)).Nodes.Single().Number, "a", "Needed after all", Cancel));
        await Task(running, "a");
        await Do<Intervening>(People.Admin, i => i.Correct(running, new() { ["word"] = 2 }, "It was two", Cancel));
        (await State(running)).Variables["word"].ToString().ShouldBe("2");
        (await Journal(running)).Select(e => e.Text).ShouldBe([null, "Not needed here", "Needed after all", "It was two"]);
        (await Refused<Intervening>(People.Admin, async i => await i.Move(running, (await State(running)).Nodes.Single().Number, "nowhere", "?", Cancel))).ShouldBe(CaseRules.TargetOutOfReach);
        (await Refused<Intervening>(People.Admin, i => i.Cancel(running, "", Cancel))).ShouldBe(CaseRules.ReasonNeeded);
    }

    [Fact]
    public async Task Intervention_ByWhoeverMayNot_IsRefused()
    {
        var running = await Start(await Publish(Drawing.Chain("userTask id=\"a\"")));
        await Host.As(People.Teacher, s => Should.ThrowAsync<AccessDenied>(() => s.GetRequiredService<Intervening>().Cancel(running, "Over", Cancel)));
    }

    [Fact]
    public async Task Expression_ThatGivesNothing_IsAnIncidentThatACorrectionMends()
    {
        var running = await Start(await Publish(Drawing.Process("", "", """
            <startEvent id="start" /><userTask id="a" /><exclusiveGateway id="way" default="no" /><endEvent id="end" /><endEvent id="other" />
            <sequenceFlow id="f1" sourceRef="start" targetRef="a" /><sequenceFlow id="f2" sourceRef="a" targetRef="way" />
            <sequenceFlow id="yes" sourceRef="way" targetRef="end"><conditionExpression>agrees = true and count > 3</conditionExpression></sequenceFlow><sequenceFlow id="no" sourceRef="way" targetRef="other" />
            """)));
        await Complete(People.Teacher, (await Task(running, "a")).Id, new() { ["agrees"] = true });
        var incident = await Incident(running);
        await Do<Intervening>(People.Admin, i => i.Correct(running, new() { ["count"] = 4 }, "Was missing", Cancel));
        await Do<Intervening>(People.Admin, i => i.Retry(running, incident.Instance, null, Cancel));
        (await Ended(running)).Outcome.ShouldBe(CaseOutcome.Completed);
    }

    [Fact]
    public async Task Circle_WithinOneStep_IsHeld()
    {
        var running = await Start(await Publish(Drawing.Process("", "", """
            <startEvent id="start" /><scriptTask id="a"><script>1</script></scriptTask><exclusiveGateway id="way" default="no" /><endEvent id="end" />
            <sequenceFlow id="f1" sourceRef="start" targetRef="a" /><sequenceFlow id="f2" sourceRef="a" targetRef="way" />
            <sequenceFlow id="yes" sourceRef="way" targetRef="end"><conditionExpression>false</conditionExpression></sequenceFlow><sequenceFlow id="no" sourceRef="way" targetRef="a" />
            """)));
        (await Incident(running)).Text.ShouldContain("loop without an end");
    }
}

[Collection(OnSqlite.Name)]
public sealed class CasesHoldOnSqlite(WorkflowHost<SqliteDatabase> host) : CasesHold<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class CasesHoldOnPostgreSql(WorkflowHost<PostgreSqlDatabase> host) : CasesHold<PostgreSqlDatabase>(host);
