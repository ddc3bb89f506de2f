using CommunityLms.Testing;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Workflows.Tests.Due;

/// <summary>Two nodes look for the same work.</summary>
public abstract class TwoNodes<TDatabase>(WorkflowHost<TDatabase> host) : OnTheHost<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private const int Cases = 30;

    [Fact]
    public async Task Work_WhenTwoNodesAreFree_IsDoneByOne()
    {
        var key = await Publish(Drawing.Chain("intermediateCatchEvent id=\"wait\"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>", "serviceTask id=\"a\" lms:activity=\"tests.willing\""));
        var tags = Enumerable.Range(0, Cases).Select(_ => Guid.CreateVersion7().ToString()).ToList();
        foreach (var tag in tags)
            await Start(key, new() { ["tag"] = tag });
        await using var second = Host.OpenSecond(out var services);
        Host.Clock.Forward(TimeSpan.FromHours(2));
        Host.Wake();
        services.GetRequiredService<DueSignal>().Wake();

        await Eventually.Get(() => Host.Stored(db => db.Cases.CountAsync(c => c.DefinitionKey == key && c.EndedAt != null)), ended => ended == Cases);
        tags.ShouldAllBe(tag => Calls.Of(tag) == 1);
        (await Host.Stored(db => db.Cases.Where(c => c.DefinitionKey == key).Select(c => c.Steps).ToListAsync())).ShouldAllBe(steps => steps == 3);
    }

    [Fact]
    public async Task Work_ThatADeadNodeHadClaimed_IsDoneWhenItsLeaseIsOver()
    {
        var running = await Start(await Publish(Drawing.Chain("intermediateCatchEvent id=\"wait\"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>")));
        // A node that claimed it and was killed leaves this behind.
        var lease = Host.Clock.GetUtcNow().UtcDateTime.AddHours(1).AddSeconds(30);
        await Host.Stored(db => db.DueWork.Where(w => w.OwnerId == running).ExecuteUpdateAsync(set => set.SetProperty(w => w.DueAt, lease)));
        Host.Clock.Forward(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(10));
        Host.Wake();
        (await Case(running)).EndedAt.ShouldBeNull();
        Host.Clock.Forward(TimeSpan.FromSeconds(30));
        Host.Wake();
        await Ended(running);
    }
}

[Collection(OnSqlite.Name)]
public sealed class TwoNodesOnSqlite(WorkflowHost<SqliteDatabase> host) : TwoNodes<SqliteDatabase>(host);

[Collection(OnPostgreSql.Name)]
public sealed class TwoNodesOnPostgreSql(WorkflowHost<PostgreSqlDatabase> host) : TwoNodes<PostgreSqlDatabase>(host);
