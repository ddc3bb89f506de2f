using CommunityLms.Kernel.Data.Tests.Hosting;
using CommunityLms.Kernel.Data.Tests.Sample;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Data.Tests.Jobs;

/// <summary>Two nodes on one server database; SQLite is one process's.</summary>
public sealed class JobClusterTests(PostgreSqlDatabase database) : JobTestBase(database), IClassFixture<PostgreSqlDatabase>
{
    [Fact]
    public async Task Run_WhenTwoNodesShareTheWork_RunsEachJobOnce()
    {
        const int Jobs = 40;
        await using var one = await Start();
        await using var two = await Start();

        var ids = new List<Guid>();
        for (var i = 0; i < Jobs; i++)
            ids.Add(await Enqueue<NoteJob>(i % 2 == 0 ? one : two, $"shared {i}"));
        await Eventually.Get(() => one.Kernel(db => db.Jobs.CountAsync(j => ids.Contains(j.Id) && j.State == JobState.Done, Cancel)), done => done == Jobs);

        var runs = one.Journal.Entries.Concat(two.Journal.Entries).Where(e => e.StartsWith("ran shared", StringComparison.Ordinal)).ToList();
        runs.Count.ShouldBe(Jobs);
        runs.Distinct().Count().ShouldBe(Jobs);
    }

    [Fact]
    public async Task Cancel_WhenTheJobRunsOnAnotherNode_StopsItWithinSeconds()
    {
        await using var one = await Start();
        var id = await Enqueue<GatedJob>(one, "far");
        await Eventually.Be(() => one.Journal.Count("started far") == 1);
        await using var two = await Start();

        await CancelJob(two, id);

        await Until(two, id, JobState.Cancelled);
        one.Journal.Count("ended far").ShouldBe(0);
    }

    [Fact]
    public async Task Turn_WhenTwoNodesKnowTheHour_ComesOnce()
    {
        await using var one = await Start(("Sample:Cron", "* * * * * ?"));
        await using var two = await Start(("Sample:Cron", "* * * * * ?"));
        await Eventually.Be(() => Turns(one).Concat(Turns(two)).Count() >= 3);
        await one.Stop();
        await two.Stop();

        var records = await one.Kernel(db => db.Jobs.AsNoTracking().Where(j => j.JobType == typeof(SeatCount).FullName).Select(j => j.QueuedAt).ToListAsync(Cancel));
        records.Select(at => (long)(at - DateTime.UnixEpoch).TotalSeconds).ShouldBeUnique();
        Turns(one).Concat(Turns(two)).ShouldBeUnique();
    }

    private static IEnumerable<string> Turns(KernelHost host) => host.Journal.Entries.Where(e => e.StartsWith("turn", StringComparison.Ordinal));
}
