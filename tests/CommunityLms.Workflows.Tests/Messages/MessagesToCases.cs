using System.Text.Json.Nodes;
using CommunityLms.Testing;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Messages;
using CommunityLms.Workflows.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Messages;

/// <summary>Messages find the case by its business key, wait for it, and are taken once.</summary>
public abstract class MessagesToCases<TDatabase>(WorkflowHost<TDatabase> host) : OnTheHost<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private const string Waiting = "intermediateCatchEvent id=\"wait\"><messageEventDefinition messageRef=\"m\" />";
    private static readonly string s_message = $"news-{Guid.CreateVersion7():N}";

    private static string Outside => $"<message id=\"m\" name=\"{s_message}\" />";

    [Fact]
    public async Task Message_WhenACaseWaits_ReachesTheOneWithItsKey()
    {
        var key = await Publish(Drawing.ChainIn("", Outside, Waiting, "userTask id=\"a\""));
        var (mine, other) = (await Start(key, businessKey: "K-1"), await Start(key, businessKey: "K-2"));
        await Send("K-1", new() { ["word"] = "hello" });
        await Task(mine, "a");
        (await State(mine)).Variables["word"].ToString().ShouldBe("\"hello\"");
        (await State(other)).Nodes.Single().NodeId.ShouldBe("wait");
    }

    [Fact]
    public async Task Message_ThatCameBeforeTheCase_IsKeptForIt()
    {
        var key = await Publish(Drawing.ChainIn("", Outside, "userTask id=\"first\"", Waiting, "userTask id=\"a\""));
        await Send("K-3", []);
        await Eventually.Get(() => Host.Stored(db => db.DueWork.AsNoTracking().SingleAsync(w => w.Kind == DueKind.Message && db.Messages.Any(m => m.Id == w.OwnerId && m.Key == "K-3"))), w => w.DueAt > Host.Clock.GetUtcNow().UtcDateTime);
        var running = await Start(key, businessKey: "K-3");
        await Complete(People.Teacher, (await Task(running, "first")).Id);
        (await Task(running, "a")).CaseId.ShouldBe(running);
        (await Host.Stored(db => db.Messages.SingleAsync(m => m.Key == "K-3"))).TakenAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Message_WhenSentTwice_IsTakenOnce()
    {
        var key = await Publish(Drawing.ChainIn("", Outside, Waiting, "intermediateCatchEvent id=\"again\"><messageEventDefinition messageRef=\"m\" />"));
        var running = await Start(key, businessKey: "K-4");
        var id = await Send("K-4", []);
        await Eventually.Get(() => State(running), s => s.Nodes.Single().NodeId == "again");
        await Send("K-4", [], id);
        (await Host.Stored(db => db.Messages.CountAsync(m => m.Key == "K-4"))).ShouldBe(1);
        await Send("K-4", []);
        await Ended(running);
    }

    [Fact]
    public async Task Message_ThatNobodyWaitsFor_IsForgottenAfterAWeek()
    {
        await Send("K-nobody", []);
        await Eventually.Get(Waits, there => there == 1);
        Host.Clock.Forward(KeptMessage.Kept + TimeSpan.FromMinutes(10));
        Host.Wake();
        await Eventually.Get(Waits, there => there == 0);
        await Host.As(null, async services =>
        {
            await services.GetServices<ForgetMessages>().Single().Run(null!, Cancel);
            return true;
        });
        (await Host.Stored(db => db.Messages.CountAsync(m => m.Key == "K-nobody"))).ShouldBe(0);

        Task<int> Waits() => Host.Stored(db => db.DueWork.CountAsync(w => w.Kind == DueKind.Message && db.Messages.Any(m => m.Id == w.OwnerId && m.Key == "K-nobody")));
    }

    [Fact]
    public async Task Message_WhereADrawingBeginsWithIt_StartsACase()
    {
        var name = $"start-{Guid.CreateVersion7():N}";
        var key = await Publish(Drawing.Process("", $"<message id=\"m\" name=\"{name}\" />",
            "<startEvent id=\"start\"><messageEventDefinition messageRef=\"m\" /></startEvent><userTask id=\"a\" lms:role=\"administrator\" /><endEvent id=\"end\" /><sequenceFlow id=\"f1\" sourceRef=\"start\" targetRef=\"a\" /><sequenceFlow id=\"f2\" sourceRef=\"a\" targetRef=\"end\" />"));
        await Host.As(null, async s =>
        {
            await s.GetRequiredService<IWorkflowRuntime>().Send(new(name, "K-5", new() { ["word"] = 1 }, Guid.CreateVersion7(), People.School.Id), Cancel);
            return true;
        });
        var started = await Eventually.Get(() => Host.Stored(db => db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.DefinitionKey == key)), c => c is not null);
        (started!.BusinessKey, started.UnitId).ShouldBe(("K-5", People.School.Id));
    }

    [Fact]
    public async Task Case_ThatSends_ReachesTheOtherCase()
    {
        var waits = await Start(await Publish(Drawing.ChainIn("", Outside, Waiting)), businessKey: "K-6");
        await Start(await Publish(Drawing.ChainIn("", Outside, "sendTask id=\"send\" messageRef=\"m\" lms:key=\"=&quot;K-6&quot;\"")));
        await Ended(waits);
        (await Host.Stored(db => db.Messages.SingleAsync(m => m.Key == "K-6"))).TakenAt.ShouldNotBeNull();
    }

    private Task<Guid> Send(string key, JsonObject variables, Guid? id = null) => Host.As(null, async s =>
    {
        var message = new CaseMessage(s_message, key, variables, id ?? Guid.CreateVersion7());
        await s.GetRequiredService<IWorkflowRuntime>().Send(message, Cancel);
        return message.MessageId;
    });
}

[Collection(OnSqlite.Name)]
public sealed class MessagesToCasesOnSqlite(WorkflowHost<SqliteDatabase> host) : MessagesToCases<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class MessagesToCasesOnPostgreSql(WorkflowHost<PostgreSqlDatabase> host) : MessagesToCases<PostgreSqlDatabase>(host);
