using System.Globalization;
using CommunityLms.Kernel.Data.Jobs;
using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Data.Mailing;
using CommunityLms.Kernel.Data.Tests.Hosting;
using CommunityLms.Kernel.Data.Tests.Sample;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CommunityLms.Kernel.Data.Tests.Jobs;

public sealed class RecurringJobsOnSqlite(SqliteDatabase database) : RecurringJobTests(database), IClassFixture<SqliteDatabase>;

public sealed class RecurringJobsOnPostgreSql(PostgreSqlDatabase database) : RecurringJobTests(database), IClassFixture<PostgreSqlDatabase>;

public abstract class RecurringJobTests(TestDatabase database) : JobTestBase(database)
{
    private const int Kept = 20;
    private static readonly Actor HostAdministrator = new(Guid.CreateVersion7(), "Host", IsHostAdministrator: true);
    private static readonly string[] Askers = ["Chen", "Ai", "Bo"];
    private static readonly string SeatCountName = typeof(SeatCount).FullName!;

    [Fact]
    public async Task Turn_WhenItsHourComes_RunsAndTheHistoryStaysShort()
    {
        await using var host = await Start(("Sample:Cron", "* * * * * ?"));
        await host.Kernel(db =>
        {
            for (var i = 0; i < Kept + 10; i++)
                db.Jobs.Add(Ended(SeatCountName, DateTime.UnixEpoch.AddDays(i)));
            return db.SaveChangesAsync(Cancel);
        });

        await Eventually.Be(() => host.Journal.Entries.Count(e => e.StartsWith("turn", StringComparison.Ordinal)) >= 2);

        var left = await Eventually.Get(() => Turns(host), turns => turns.Count <= Kept);
        left.Count.ShouldBe(Kept);
        left[^1].ShouldSatisfyAllConditions(t => t.TenantId.ShouldBeNull(), t => t.Who.ShouldBe("System"), t => t.Title.ShouldBe("Count the seats"));
    }

    [Fact]
    public async Task Turn_WhileTheLastOneRuns_IsLeftOut()
    {
        await using var host = await Start(("Sample:Cron", "* * * * * ?"), ("Sample:Gate", "seats"));
        await Eventually.Be(() => host.Journal.Entries.Count > 0);
        var running = await host.Kernel(db => db.Jobs.CountAsync(j => j.JobType == SeatCountName, Cancel));

        await Task.Delay(1500, Cancel);

        (await host.Kernel(db => db.Jobs.CountAsync(j => j.JobType == SeatCountName, Cancel))).ShouldBe(running);
        host.Journal.Entries.Count.ShouldBe(1);
        host.Journal.Open("seats");
    }

    [Fact]
    public async Task Start_WhenAModuleIsGone_ForgetsItsHoursAndFollowsChangedOnes()
    {
        await using (var before = await Start())
        {
            var clock = await before.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancel);
            await clock.ScheduleTrigger(TriggerBuilder.Create().WithIdentity("Gone.Module.Tidy", "recurring").ForJob(RecurringJobs.Tick)
                .WithSchedule(CronScheduleBuilder.Create("0 0 0 1 1 ? 2099")).Build(), TriggerConflict.Throw, Cancel);
        }
        await using var host = await Start(("Sample:Cron", "0 0 12 1 1 ? 2098"));
        var turns = await Eventually.Get(() => host.Services.GetRequiredService<RecurringJobs>().NextTurns(Cancel), t => t.GetValueOrDefault(SeatCountName)?.Year == 2098);

        turns.Keys.ShouldBe([SeatCountName, typeof(CleanUp).FullName!], ignoreOrder: true);
        turns[SeatCountName].ShouldBe(new DateTime(2098, 1, 1, 12, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task Queries_WhenAsked_ShowOnesOwnInstituteAndTheHostEverything()
    {
        await using var host = await Start();
        var institute = Guid.CreateVersion7();
        await host.Kernel(db =>
        {
            for (var i = 0; i < 5; i++)
                db.Jobs.Add(Ended("Some.Job", DateTime.UnixEpoch.AddMinutes(i), institute, i == 3 ? JobState.Failed : JobState.Done));
            db.Jobs.Add(Ended("Some.Job", DateTime.UnixEpoch, Guid.CreateVersion7()));
            return db.SaveChangesAsync(Cancel);
        });

        Task<Page<JobRow>> List(Actor actor, JobState? state, PageRequest page) =>
            host.In(institute, actor, s => s.GetRequiredService<IJobQueries>().List(new(state), page, Cancel));
        var first = await List(Li, null, new(Size: 3));
        var second = await List(Li, null, new(first.Next, 3));

        first.Items.Concat(second.Items).Select(j => j.QueuedAt.Minute).ShouldBe([4, 3, 2, 1, 0]);
        second.Next.ShouldBeNull();
        (await List(Li, JobState.Failed, new())).Items.ShouldHaveSingleItem().QueuedAt.Minute.ShouldBe(3);
        (await List(HostAdministrator, null, new(Size: 200))).Items.Count.ShouldBeGreaterThan(5);
        (await host.In(institute, Li, s => s.GetRequiredService<IJobQueries>().Schedule(Cancel))).ShouldBeEmpty();
        (await Eventually.Get(() => host.In(institute, HostAdministrator, s => s.GetRequiredService<IJobQueries>().Schedule(Cancel)), s => s.All(j => j.NextTurn is not null)))
            .Select(j => j.Title).ShouldBe(["Remove what is no longer needed", "Count the seats"], ignoreOrder: true);
    }

    [Fact]
    public async Task List_WhenSearchedAndSorted_GoesByTheReadersWordsAndByNames()
    {
        await using var host = await Start();
        var institute = Guid.CreateVersion7();
        await host.Kernel(db =>
        {
            db.Jobs.AddRange(Askers.Select((who, i) => Ended(SeatCountName, DateTime.UnixEpoch.AddMinutes(i), institute, who: who)));
            db.Jobs.Add(Ended("Some.Job", DateTime.UnixEpoch.AddHours(1), institute, who: "Bo", title: "Sweep the yard"));
            return db.SaveChangesAsync(Cancel);
        });

        Task<Page<JobRow>> List(JobFilter filter, PageRequest? page = null) => host.In(institute, Li, s => s.GetRequiredService<IJobQueries>().List(filter, page ?? new(), Cancel));
        (await List(new(Search: "SWEEP"))).Items.ShouldHaveSingleItem().Title.ShouldBe("Sweep the yard");
        (await List(new(Search: "Bo"))).Items.Select(j => j.Title).ShouldBe(["Sweep the yard", "Count the seats"]);
        (await List(new(Search: "nobody"))).Items.ShouldBeEmpty();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.Chinese);
        (await List(new(Search: "座位"))).Items.Count.ShouldBe(3);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.English);

        var first = await List(new(ByWho: true, Descending: false), new(Size: 3));
        var second = await List(new(ByWho: true, Descending: false), new(first.Next, 3));
        first.Items.Concat(second.Items).Select(j => j.Who).ShouldBe(["Ai", "Bo", "Bo", "Chen"]);
    }

    [Fact]
    public async Task Find_WhenTheJobIsAnotherInstitutes_FindsNothing()
    {
        await using var host = await Start();
        var job = Ended("Some.Job", DateTime.UnixEpoch, Institute);
        await host.Kernel(db =>
        {
            db.Jobs.Add(job);
            return db.SaveChangesAsync(Cancel);
        });

        (await host.In(Institute, Li, s => s.GetRequiredService<IJobQueries>().Find(job.Id, Cancel))).Id.ShouldBe(job.Id);
        await Should.ThrowAsync<RecordMissing>(() => host.In(Guid.CreateVersion7(), Li, s => s.GetRequiredService<IJobQueries>().Find(job.Id, Cancel)));
    }

    [Fact]
    public async Task CleanUp_WhenItRuns_RemovesOldOnesOnly()
    {
        await using var host = await Start();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var dead = new OutboxMessage { Who = "System", EventType = "Gone", Payload = "{}", State = OutboxState.Dead };
        InboxEntry[] inbox = [.. new[] { (Guid.CreateVersion7(), 6), (Guid.CreateVersion7(), 8), (dead.Id, 8) }
            .Select(e => new InboxEntry { MessageId = e.Item1, Handler = "h", HandledAt = now.AddDays(-e.Item2) })];
        OutgoingMail[] mails = [.. new[] { (MailState.Sent, 29), (MailState.Sent, 31), (MailState.Failed, 31) }
            .Select(m => new OutgoingMail { To = "a@b.example", Subject = "s", Text = "t", WrittenAt = now.AddDays(-m.Item2), State = m.Item1 })];
        JobRecord[] jobs = [Ended("Some.Job", now.AddDays(-89), Institute), Ended("Some.Job", now.AddDays(-91), Institute)];
        await host.Kernel(db =>
        {
            db.AddRange([dead, .. inbox, .. mails, .. jobs]);
            return db.SaveChangesAsync(Cancel);
        });

        var run = new JobRecord { TenantId = Institute, Who = "System", Title = "t", JobType = typeof(CleanUp).FullName!, Args = "{}", QueuedAt = now, DueAt = now };
        await host.Services.GetRequiredService<JobRecords>().Add(run, Cancel);
        await Until(host, run.Id, JobState.Done);

        (await host.Kernel(db => db.Inbox.Select(e => e.MessageId).ToListAsync(Cancel))).ShouldBe([inbox[0].MessageId, inbox[2].MessageId], ignoreOrder: true);
        (await host.Kernel(db => db.Mails.Select(m => m.Id).ToListAsync(Cancel))).ShouldBe([mails[0].Id, mails[2].Id], ignoreOrder: true);
        (await host.Kernel(db => db.Jobs.CountAsync(j => j.Id == jobs[0].Id, Cancel))).ShouldBe(1);
        (await host.Kernel(db => db.Jobs.CountAsync(j => j.Id == jobs[1].Id, Cancel))).ShouldBe(0);
    }

    private static Task<List<JobRecord>> Turns(KernelHost host) =>
        host.Kernel(db => db.Jobs.AsNoTracking().Where(j => j.JobType == SeatCountName).OrderBy(j => j.QueuedAt).ToListAsync(Cancel));

    private static JobRecord Ended(string type, DateTime at, Guid? institute = null, JobState state = JobState.Done, string who = "System", string title = "Count the seats") => new()
    {
        TenantId = institute,
        Who = who,
        Title = title,
        JobType = type,
        Args = "{}",
        State = state,
        QueuedAt = at,
        DueAt = at,
        FinishedAt = at,
    };
}
