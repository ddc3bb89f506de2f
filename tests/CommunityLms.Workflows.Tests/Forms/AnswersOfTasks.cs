using System.Text.Json.Nodes;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using CommunityLms.Workflows.Forms.Filling;
using CommunityLms.Workflows.Forms.Schema;
using CommunityLms.Workflows.Inbox;
using CommunityLms.Workflows.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Forms;

/// <summary>Whoever does a task, by the page or another way: its form holds.</summary>
public abstract class AnswersOfTasks<TDatabase>(WorkflowHost<TDatabase> host) : OnTheHost<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private static readonly byte[] s_picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 9, 9, 9];

    private static readonly string s_form = ASchema.Of("""{"type":"textfield","key":"name","label":"Name","validate":{"required":true}}""", """{"type":"number","key":"hours","label":"Hours","validate":{"required":true,"max":40}}""",
        """{"type":"textfield","key":"why","label":"Why","conditional":{"hide":"=hours <= 10"},"validate":{"required":true}}""", """{"type":"expression","key":"double","expression":"=hours * 2"}""", """{"type":"filepicker","key":"paper","label":"Paper","accept":".png"}""");

    [Fact]
    public async Task Answers_ThatDontFit_AreNamedByField()
    {
        var (_, task) = await Opened();
        (await Errors(task, new() { ["hours"] = 50 })).ShouldBe(["answers.name", "answers.hours", "answers.why"]);
        (await Errors(task, new() { ["name"] = "x", ["hours"] = 5, ["secret"] = 1 })).ShouldBe(["answers.secret"]);
        (await Errors(task, new() { ["name"] = "x", ["hours"] = 5, ["starter"] = "me" })).ShouldBe(["answers.starter"]);
    }

    [Fact]
    public async Task Answers_ThatFit_ReachTheCaseAsTheServerComputesThem()
    {
        var (running, task) = await Opened();
        await Complete(People.Teacher, task, new() { ["name"] = "x", ["hours"] = 5, ["why"] = "hidden", ["double"] = 999 });
        var known = CommunityLms.Workflows.Cases.Values.ToJson((await State(running)).Variables);
        known["double"]!.GetValue<decimal>().ShouldBe(10);
        known.ContainsKey("why").ShouldBeFalse();
    }

    [Fact]
    public async Task File_OfSomebodyElse_IsRefusedAndOnesOwnIsTaken()
    {
        var (running, task) = await Opened();
        var (theirs, mine) = (await Bring(People.Leader, "theirs.png"), await Bring(People.Teacher, "mine.png"));
        var table = await Bring(People.Teacher, "table.csv", "a,b"u8.ToArray());
        (await Errors(task, With(theirs))).ShouldBe(["answers.paper"]);
        (await Errors(task, With(Guid.CreateVersion7()))).ShouldBe(["answers.paper"]);
        (await Errors(task, With(table))).ShouldBe(["answers.paper"]);

        await Complete(People.Teacher, task, With(mine));

        CommunityLms.Workflows.Cases.Values.ToJson((await State(running)).Variables)["paper"]!["name"]!.ToString().ShouldBe("mine.png");
        (await Host.Stored(db => db.BroughtFiles.AnyAsync(f => f.FileId == mine))).ShouldBeFalse();
    }

    [Fact]
    public async Task File_ThatNoCaseTook_IsRemovedAfterThirtyDays()
    {
        var (_, task) = await Opened();
        var (_, done) = await Opened();
        var (abandoned, drafted, taken) = (await Bring(People.Teacher, "abandoned.png"), await Bring(People.Teacher, "drafted.png"), await Bring(People.Teacher, "taken.png"));
        await Do<PassingOn>(People.Teacher, p => p.Keep(task, With(drafted), Cancel));
        await Complete(People.Teacher, done, With(taken));
        await Forget();
        (await Stored(abandoned)).ShouldBeTrue();

        Host.Clock.Forward(ForgetFiles.Kept + TimeSpan.FromHours(1));
        await Forget();

        (await Stored(abandoned)).ShouldBeFalse();
        (await Stored(drafted)).ShouldBeTrue();
        (await Stored(taken)).ShouldBeTrue();
        await Complete(People.Teacher, task, With(drafted));
    }

    private static JsonObject With(Guid file) => new() { ["name"] = "x", ["hours"] = 5, ["paper"] = new JsonObject { ["id"] = file.ToString(), ["name"] = "anything" } };

    private async Task<(Guid Case, Guid Task)> Opened()
    {
        var running = await Start(await PublishWithForm(Drawing.Chain("userTask id=\"a\" lms:form=\"form\"", "userTask id=\"b\""), s_form));
        return (running, (await Task(running, "a")).Id);
    }

    private Task<List<string?>> Errors(Guid task, JsonObject answers) => Host.As(People.Teacher, async services =>
    {
        var refused = await Should.ThrowAsync<RuleBroken>(() => services.GetRequiredService<CompleteTask>().Handle(task, answers, null, Cancel));
        return refused.Others.Prepend(refused).Select(r => r.Rule.Field).ToList();
    });

    private Task<Guid> Bring(Actor who, string name, byte[]? content = null) => Host.As(who, async services =>
    {
        var bytes = content ?? [.. s_picture, .. Guid.CreateVersion7().ToByteArray()];
        return (await services.GetRequiredService<BroughtFiles>().Bring(new FormFile(new MemoryStream(bytes), 0, bytes.Length, "file", name), FileKinds.All, Cancel)).Id;
    });

    private Task Forget() => Host.As(null, services => ActivatorUtilities.CreateInstance<ForgetFiles>(services).Run(null!, Cancel));

    private Task<bool> Stored(Guid file) => Host.As(null, async services => await services.GetRequiredService<IFileStore>().Find(file, Cancel) is not null);
}

[Collection(OnSqlite.Name)]
public sealed class AnswersOfTasksOnSqlite(WorkflowHost<SqliteDatabase> host) : AnswersOfTasks<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class AnswersOfTasksOnPostgreSql(WorkflowHost<PostgreSqlDatabase> host) : AnswersOfTasks<PostgreSqlDatabase>(host);
