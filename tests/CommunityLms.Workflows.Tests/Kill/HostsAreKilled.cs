using System.Globalization;
using System.Security.Cryptography;
using CommunityLms.Testing;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Tests.Kill;

/// <summary>
/// Hosts are killed at random moments while cases run. No case is lost, stuck or done twice. COMMUNITYLMS_TEST_KILLS and
/// COMMUNITYLMS_TEST_CASES ask for more than the few that every run of the tests can afford.
/// </summary>
public abstract class HostsAreKilled<TDatabase>(WorkflowHost<TDatabase> host, int nodes) : OnTheHost<TDatabase>(host) where TDatabase : TestDatabase, new()
{
    private const int LongestLifeMilliseconds = 3000;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Cases_WhenTheirHostsAreKilled_AllEndAsIfNothingHadHappened()
    {
        var (kills, count) = (Asked("KILLS", 3), Asked("CASES", 60));
        var inner = await Publish(Drawing.Chain("scriptTask id=\"one\" lms:result=\"n\"><script>n + 1</script>", "intermediateCatchEvent id=\"short\"><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition>"));
        var outer = await Publish(Drawing.ChainIn("", "<message id=\"m\" name=\"on-we-go\" />",
            "intermediateCatchEvent id=\"wait\"><timerEventDefinition><timeDuration>=duration(\"PT\" + string(seconds) + \"S\")</timeDuration></timerEventDefinition>",
            "scriptTask id=\"first\" lms:result=\"n\"><script>n + 1</script>", $"callActivity id=\"call\" calledElement=\"{inner}\"",
            "sendTask id=\"send\" messageRef=\"m\"", "receiveTask id=\"receive\" messageRef=\"m\"",
            "scriptTask id=\"last\" lms:result=\"n\"><script>n + 1</script>", "intermediateCatchEvent id=\"again\"><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition>"));
        var span = kills * 4;
        for (var number = 0; number < count; number++)
            await Start(outer, new() { ["n"] = 0, ["seconds"] = 3 + (number % span) }, businessKey: $"killed-{number}");
        await Host.Stop();
        await Kill(kills);

        var start = TimeProvider.System.GetTimestamp();
        while (await Running(outer) > 0 && TimeProvider.System.GetElapsedTime(start) < s_patience)
            await System.Threading.Tasks.Task.Delay(500, Cancel);
        await Check(outer, inner, count);
    }

    private async Task Kill(int kills)
    {
        var alive = await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => HostProcess.Start(Host.Database)));
        try
        {
            for (var kill = 0; kill < kills; kill++)
            {
                await System.Threading.Tasks.Task.Delay(RandomNumberGenerator.GetInt32(LongestLifeMilliseconds), Cancel);
                var victim = RandomNumberGenerator.GetInt32(nodes);
                await alive[victim].Kill();
                alive[victim].Dispose();
                alive[victim] = await HostProcess.Start(Host.Database);
            }
        }
        finally
        {
            foreach (var node in alive)
                node.Dispose();
        }
    }

    private async Task Check(string outer, string inner, int count)
    {
        var cases = await Host.Stored(db => db.Cases.AsNoTracking().Where(c => c.DefinitionKey == outer || c.DefinitionKey == inner).ToListAsync());
        cases.ShouldAllBe(c => c.Outcome == CaseOutcome.Completed);
        var (outers, inners) = (cases.FindAll(c => c.DefinitionKey == outer), cases.FindAll(c => c.DefinitionKey == inner));
        (outers.Count, inners.Count).ShouldBe((count, count));
        // Started, timer, answer of the called case, message, timer; and started, timer.
        outers.ShouldAllBe(c => c.Steps == 5);
        inners.ShouldAllBe(c => c.Steps == 2);
        outers.ShouldAllBe(c => c.Read().Variables["n"].ToString() == "3");
        var ids = cases.ConvertAll(c => c.Id);
        (await Host.Stored(db => db.Entries.CountAsync(e => ids.Contains(e.CaseId)))).ShouldBe((count * 5) + (count * 2));
        (await Host.Stored(db => db.Incidents.CountAsync(i => ids.Contains(i.CaseId)))).ShouldBe(0);
        await Eventually.Get(() => Host.Stored(db => db.DueWork.CountAsync(w => ids.Contains(w.OwnerId) || w.Kind == DueKind.Message)), left => left == 0);
    }

    private Task<int> Running(string outer) => Host.Stored(db => db.Cases.CountAsync(c => c.DefinitionKey == outer && c.EndedAt == null));

    private static int Asked(string what, int usual) => int.TryParse(Environment.GetEnvironmentVariable($"COMMUNITYLMS_TEST_{what}"), CultureInfo.InvariantCulture, out var asked) ? asked : usual;
}

/// <summary>Alone, when everything else is done: processes that start would take the others' time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Killed hosts";
}

[Collection(Alone.Name)]
public sealed class HostsAreKilledOnSqlite(WorkflowHost<SqliteDatabase> host) : HostsAreKilled<SqliteDatabase>(host, nodes: 1), IClassFixture<WorkflowHost<SqliteDatabase>>;

[Collection(Alone.Name)]
public sealed class HostsAreKilledOnPostgreSql(WorkflowHost<PostgreSqlDatabase> host) : HostsAreKilled<PostgreSqlDatabase>(host, nodes: 2), IClassFixture<WorkflowHost<PostgreSqlDatabase>>;
