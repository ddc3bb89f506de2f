using CommunityLms.Kernel.Data.Tests.Hosting;
using CommunityLms.Kernel.Data.Tests.Sample;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Data.Tests.Jobs;

public sealed class JobRecoveryOnSqlite(SqliteDatabase database) : JobRecoveryTests(database), IClassFixture<SqliteDatabase>;

public sealed class JobRecoveryOnPostgreSql(PostgreSqlDatabase database) : JobRecoveryTests(database), IClassFixture<PostgreSqlDatabase>;

public abstract class JobRecoveryTests(TestDatabase database) : JobTestBase(database)
{
    /// <summary>In the order in which they may be filled; emptied the other way round.</summary>
    private static readonly string[] Tables = ["core_jobrecord", "core_qrtz_triggers", "core_qrtz_simple_triggers", "core_qrtz_cron_triggers", "core_qrtz_fired_triggers", "core_qrtz_scheduler_state"];

    [Fact]
    public async Task Start_WhenAProcessWasKilledDuringARun_RunsTheJobAgain()
    {
        Guid id;
        await using (var killed = await Start())
        {
            id = await Enqueue<GatedJob>(killed, "killed");
            await Eventually.Be(() => killed.Journal.Count("started killed") == 1);
            await KernelHost.Offline(Database, Keep);
        }
        await KernelHost.Offline(Database, BringBack);
        await using var next = await Start();
        next.Journal.Open("killed");
        await Until(next, id, JobState.Done);

        next.Journal.Count("started killed").ShouldBe(1);
        (await Record(next, id)).Attempts.ShouldBe(2);
    }

    [Theory]
    [InlineData(JobState.Waiting, 0, JobState.Done, 1)]
    [InlineData(JobState.Running, 1, JobState.Done, 2)]
    [InlineData(JobState.Running, 3, JobState.Failed, 3)]
    public async Task Recover_WhenARecordHasNoTrigger_QueuesItUntilItsTriesAreUsedUp(JobState left, int attempts, JobState expected, int expectedAttempts)
    {
        await using var host = await Start();
        var id = await Enqueue<NoteJob>(host, $"left {left} {attempts}", TimeSpan.FromHours(1));
        var names = TriggersOf(id);
        await host.Kernel(db => db.Database.ExecuteSqlAsync($"DELETE FROM core_qrtz_simple_triggers WHERE trigger_name LIKE {names}", Cancel));
        await host.Kernel(db => db.Database.ExecuteSqlAsync($"DELETE FROM core_qrtz_triggers WHERE trigger_name LIKE {names}", Cancel));
        await host.Kernel(db => db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, left).SetProperty(j => j.Attempts, attempts).SetProperty(j => j.DueAt, j => j.QueuedAt), Cancel));

        var found = await Until(host, id, expected);

        (await Record(host, id)).Attempts.ShouldBe(expectedAttempts);
        host.Journal.Count($"ran left {left} {attempts}").ShouldBe(expected == JobState.Done ? 1 : 0);
        if (expected == JobState.Failed)
            found!.Error!.ShouldContain("The process ended while the job ran");
    }

    [Fact]
    public async Task Recover_WhileAJobRunsLong_LeavesItAlone()
    {
        await using var host = await Start(("Jobs:RecoverEvery", "00:00:00.1"));
        var id = await Enqueue<GatedJob>(host, "long");
        await Eventually.Be(() => host.Journal.Count("started long") == 1);

        await Task.Delay(500, Cancel);
        host.Journal.Open("long");
        await Until(host, id, JobState.Done);

        (await Record(host, id)).Attempts.ShouldBe(1);
        host.Journal.Count("started long").ShouldBe(1);
    }

    [Fact]
    public async Task Stop_WhenAJobRuns_LetsTheNextStartFinishIt()
    {
        Guid id;
        await using (var first = await Start())
        {
            id = await Enqueue<GatedJob>(first, "moved");
            await Eventually.Be(() => first.Journal.Count("started moved") == 1);
            await first.Stop();
            first.Journal.Count("ended moved").ShouldBe(0);
        }
        await using var second = await Start();
        second.Journal.Open("moved");

        await Until(second, id, JobState.Done);

        (await Record(second, id)).Attempts.ShouldBe(1);
    }

    /// <summary>Copies what a killed process would leave behind.</summary>
    private static Task Keep(KernelDbContext db) => Each(db, Tables, table => $"CREATE TABLE kept_{table} AS SELECT * FROM {table}");

    private static async Task BringBack(KernelDbContext db)
    {
        await Each(db, Tables.Reverse(), table => $"DELETE FROM {table}");
        await Each(db, Tables, table => $"INSERT INTO {table} SELECT * FROM kept_{table}");
    }

    private static async Task Each(KernelDbContext db, IEnumerable<string> tables, Func<string, string> sql)
    {
        foreach (var table in tables)
            await db.Database.ExecuteSqlRawAsync(sql(table), Cancel);
    }
}
