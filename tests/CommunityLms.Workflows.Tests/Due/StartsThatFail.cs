using CommunityLms.Kernel.Data.Notifications;
using CommunityLms.Testing;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Due;

/// <summary>What should begin by itself and can't is shown with its workflow and told to the administrators.</summary>
public abstract class StartsThatFail<TDatabase>(WorkflowHost<TDatabase> host) : OnTheHost<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private const string Hourly = "<startEvent id=\"start\"><timerEventDefinition><timeCycle>R1/PT1H</timeCycle></timerEventDefinition></startEvent><endEvent id=\"end\" /><sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"end\" />";

    [Fact]
    public async Task Clock_WhenNoCaseCanBegin_IsShownToldAndTriedAgain()
    {
        var (id, key) = await Drawn(Drawing.Process("", "", Hourly));
        var point = await Host.Stored(db => db.StartPoints.Where(s => s.DefinitionId == id).Select(s => s.Id).SingleAsync());
        var order = await Host.Stored(db => db.DueWork.Where(w => w.OwnerId == point).Select(w => w.Payload).SingleAsync());
        await Damage(point, "damaged");
        PassAnHour();

        var failed = (await Eventually.Get(() => Failed(id), f => f is [{ IsGivenUp: true }]))[0];
        failed.Message.ShouldBeNull();
        failed.Reason.ShouldNotBeEmpty();
        (await Host.As(People.Admin, s => s.GetRequiredService<DefinitionQueries>().All(false, Cancel))).Single(d => d.Id == id).CannotBegin.ShouldBeTrue();
        var url = FailedStarts.DefinitionUrl(id);
        await Eventually.Get(() => Host.As(People.Admin, s => s.GetRequiredService<INotificationInbox>().List(new(), Cancel)), n => n.Items.Any(i => i.Url == url && i.Text.Contains(key, StringComparison.Ordinal)));
        var page = Host.Open();
        await page.SignIn("admin@sample.example", "Sample-2026!");
        (await page.Open(url)).Main.ShouldContain("No case could begin by the clock");

        await Damage(point, order!);
        await page.Post(url + "?handler=TryAgain");
        await Eventually.Get(() => Host.Stored(db => db.Cases.CountAsync(c => c.DefinitionId == id)), n => n == 1);
        (await Failed(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Message_WhenNoCaseCanBegin_IsShownWithItsName()
    {
        var name = $"news-{Guid.CreateVersion7():N}";
        var (id, _) = await Drawn(Drawing.Process("", $"<message id=\"m\" name=\"{name}\" />", "<startEvent id=\"start\"><messageEventDefinition messageRef=\"m\" /></startEvent><endEvent id=\"end\" /><sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"end\" />"));
        await Do<IWorkflowRuntime>(People.Admin, r => r.Send(new(name, "K", [], Guid.CreateVersion7(), Guid.CreateVersion7()), Cancel));
        var failed = (await Eventually.Get(() => Failed(id), f => f is [{ IsGivenUp: true }]))[0];
        failed.Message.ShouldBe(name);
    }

    [Fact]
    public async Task Clock_OfAnArchivedWorkflow_BeginsNothingAndFailsNot()
    {
        var (id, _) = await Drawn(Drawing.Process("", "", Hourly));
        await Do<EditDefinition>(People.Admin, e => e.Archive(id, Cancel));
        PassAnHour();
        await Eventually.Get(() => Host.Stored(db => db.DueWork.CountAsync(w => w.Kind == DueKind.Start && db.StartPoints.Any(s => s.Id == w.OwnerId && s.DefinitionId == id))), left => left == 0);
        (await Host.Stored(db => db.Cases.CountAsync(c => c.DefinitionId == id))).ShouldBe(0);
        (await Failed(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task TryAgain_ForTheOtherInstitute_FindsNothing()
    {
        var (id, _) = await Drawn(Drawing.Process("", "", Hourly));
        var other = Host.Open();
        await other.SignIn("admin2@sample.example", "Sample-2026!");
        (await other.Post($"{FailedStarts.DefinitionUrl(id)}?handler=TryAgain")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private async Task<(Guid Id, string Key)> Drawn(string xml)
    {
        var key = await Publish(xml);
        return (await Host.Stored(db => db.Definitions.Where(d => d.Key == key).Select(d => d.Id).SingleAsync()), key);
    }

    private Task<int> Damage(Guid point, string order) => Host.Stored(db => db.DueWork.Where(w => w.OwnerId == point).ExecuteUpdateAsync(set => set.SetProperty(w => w.Payload, order)));

    private void PassAnHour()
    {
        Host.Clock.Forward(TimeSpan.FromHours(2));
        Host.Wake();
    }

    private Task<IReadOnlyList<FailedStart>> Failed(Guid id) => Host.As(People.Admin, s => s.GetRequiredService<FailedStarts>().Of(id, Cancel));
}

[Collection(OnSqlite.Name)]
public sealed class StartsThatFailOnSqlite(WorkflowHost<SqliteDatabase> host) : StartsThatFail<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class StartsThatFailOnPostgreSql(WorkflowHost<PostgreSqlDatabase> host) : StartsThatFail<PostgreSqlDatabase>(host);
