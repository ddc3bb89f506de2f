using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Data.Tests.Hosting;
using CommunityLms.Kernel.Data.Tests.Sample;
using CommunityLms.Kernel.Events;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data.Tests.Outbox;

public sealed class OutboxOnSqlite(SqliteDatabase database) : OutboxTests(database), IClassFixture<SqliteDatabase>;

public sealed class OutboxOnPostgreSql(PostgreSqlDatabase database) : OutboxTests(database), IClassFixture<PostgreSqlDatabase>
{
    [Fact]
    public async Task Dispatch_WhenTwoNodesShareTheOutbox_HandlesEachEventOnce()
    {
        const int Visits = 30;
        await using var one = await Start();
        await using var two = await Start();

        for (var i = 0; i < Visits; i++)
            await Come(i % 2 == 0 ? one : two, $"shared {i}");
        await Eventually.Get(() => one.Kernel(db => db.Outbox.CountAsync(m => m.Payload.Contains("shared"), Cancel)), left => left == 0);

        (await Greetings(one)).Where(g => g.Name.StartsWith("shared", StringComparison.Ordinal)).Select(g => g.Name).ShouldBe(Enumerable.Range(0, Visits).Select(i => $"shared {i}"), ignoreOrder: true);
        one.Journal.Entries.Concat(two.Journal.Entries).Count(e => e.StartsWith("counted shared", StringComparison.Ordinal)).ShouldBe(Visits);
    }
}

public abstract class OutboxTests(TestDatabase database)
{
    private static readonly Guid Institute = Guid.CreateVersion7();
    private static readonly Actor Li = new(Guid.CreateVersion7(), "Li Na");

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_WhenAnAggregateRaisedAnEvent_ReachesItsHandlersInTheSameNameAndInstitute()
    {
        await using var host = await Start();

        await Come(host, "Wang", settle: true);

        // Settled: nothing more to wait for.
        (await Greetings(host)).Single(g => g.Name == "Wang").ShouldSatisfyAllConditions(g => g.By.ShouldBe("Li Na"), g => g.TenantId.ShouldBe(Institute));
        host.Journal.Count("greeted Wang").ShouldBe(1);
        host.Journal.Count("counted Wang").ShouldBe(1);
        (await host.Kernel(db => db.Inbox.CountAsync(Cancel))).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Settle_WhenTheSaveIsInATransaction_WaitsForWhatTheCommitBrings()
    {
        // So rare a look that only the commit can wake the dispatcher.
        await using var host = await Start(("Outbox:LookEvery", "01:00:00"));

        await host.Do(Institute, Li, async s =>
        {
            var db = s.GetRequiredService<SampleDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            db.Visits.Add(Visit.Of("Zhao"));
            await db.SaveChangesAsync(Cancel);
            await Task.Delay(100, Cancel);
            await transaction.CommitAsync(Cancel);
            await s.GetRequiredService<IOwnEvents>().Settle(Cancel);
        });

        (await Greetings(host)).ShouldContain(g => g.Name == "Zhao");
    }

    [Fact]
    public async Task Handle_WhenOneHandlerFails_IsTriedAgainAndTheOthersAreNot()
    {
        await using var host = await Start();
        host.Journal.Failures["Sun"] = 2;

        await Come(host, "Sun");
        await Eventually.Be(() => host.Journal.Count("counted Sun") == 1);

        host.Journal.Count("tried Sun").ShouldBe(3);
        host.Journal.Count("greeted Sun").ShouldBe(1);
        (await Greetings(host)).Count(g => g.Name == "Sun").ShouldBe(1);
    }

    [Theory]
    [InlineData("broken", "The counter is broken.")]
    [InlineData("patient", "The other side took too long.")]
    public async Task Handle_WhenItKeepsFailing_BecomesADeadLetterAndHoldsNobodyUp(string name, string reason)
    {
        await using var host = await Start();
        host.Journal.Failures[name] = 99;

        await Come(host, name, settle: true);
        await Come(host, $"after {name}", settle: true);

        host.Journal.Count($"counted after {name}").ShouldBe(1);
        host.Journal.Count($"greeted {name}").ShouldBe(1);
        var dead = await Eventually.Get(() => host.Kernel(db => db.Outbox.AsNoTracking().SingleOrDefaultAsync(m => m.Payload.Contains($"\"{name}\"") && m.State == OutboxState.Dead, Cancel)), m => m is not null);
        dead!.ShouldSatisfyAllConditions(m => m.Attempts.ShouldBe(3), m => m.Error.ShouldBe(reason), m => m.LeaseHolder.ShouldBeNull());
        host.Journal.Count($"tried {name}").ShouldBe(3);
    }

    [Fact]
    public async Task Settle_WhenAHandlerFails_DoesNotWaitForItsNextTry()
    {
        await using var host = await Start(("Outbox:FirstPause", "01:00:00"));
        host.Journal.Failures["Qian"] = 1;
        await Come(host, "warm", settle: true);

        var start = TimeProvider.System.GetTimestamp();
        await Come(host, "Qian", settle: true);

        TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(1.5));
        (await Greetings(host)).ShouldContain(g => g.Name == "Qian");
    }

    [Fact]
    public async Task Handle_WhenTheSameMessageComesTwice_SavesOnce()
    {
        await using var host = await Start();
        await Come(host, "Zhou", settle: true);
        var message = await host.Kernel(db => db.Inbox.Where(e => e.Handler == typeof(GreetVisitor).FullName).OrderByDescending(e => e.HandledAt).Select(e => e.MessageId).FirstAsync(Cancel));

        // As if the process had been killed between the handlers and the removal of the message.
        await host.In(Institute, actor: null, async s =>
        {
            var db = s.GetRequiredService<KernelDbContext>();
            db.Outbox.Add(new() { Id = message, TenantId = Institute, Who = "Li Na", EventType = typeof(VisitorCame).FullName!, Payload = """{"Name":"Zhou"}""" });
            return await db.SaveChangesAsync(Cancel);
        });
        await Eventually.Get(() => host.Kernel(db => db.Outbox.AnyAsync(m => m.Id == message, Cancel)), there => !there);

        (await Greetings(host)).Count(g => g.Name == "Zhou").ShouldBe(1);
        host.Journal.Count("greeted Zhou").ShouldBe(1);
        host.Journal.Count("counted Zhou").ShouldBe(1);
    }

    [Fact]
    public async Task Handle_WhenItFailsAfterTellingNews_StillSavesItsOwnPartAtTheNextTry()
    {
        await using var host = await Start();
        host.Journal.Failures["announce announced Wu"] = 1;

        await Come(host, "announced Wu");

        await Eventually.Get(() => Greetings(host), all => all.Any(g => g is { Name: "announced Wu", By: "Announcer" }));
    }

    [Fact]
    public async Task Dispatch_WhenANodeDiedWithALease_TakesTheMessageOver()
    {
        await using var host = await Start();
        var message = new OutboxMessage
        {
            TenantId = Institute,
            Who = "Li Na",
            EventType = typeof(VisitorCame).FullName!,
            Payload = """{"Name":"Zheng"}""",
            LeaseHolder = Guid.CreateVersion7(),
            NextAttemptAt = TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(500),
        };
        await host.Kernel(db =>
        {
            db.Outbox.Add(message);
            return db.SaveChangesAsync(Cancel);
        });
        host.Journal.Count("greeted Zheng").ShouldBe(0);

        await Eventually.Be(() => host.Journal.Count("counted Zheng") == 1);
    }

    private protected Task<KernelHost> Start(params (string, string)[] configuration) => KernelHost.Start(database, configuration);

    private protected static Task Come(KernelHost host, string name, bool settle = false) => host.Do(Institute, Li, async s =>
    {
        var db = s.GetRequiredService<SampleDbContext>();
        db.Visits.Add(Visit.Of(name));
        await db.SaveChangesAsync(Cancel);
        if (settle)
            await s.GetRequiredService<IOwnEvents>().Settle(Cancel);
    });

    private protected static Task<List<Greeting>> Greetings(KernelHost host) =>
        host.In(Institute, actor: null, s => s.GetRequiredService<SampleDbContext>().Greetings.AsNoTracking().ToListAsync(Cancel));
}
