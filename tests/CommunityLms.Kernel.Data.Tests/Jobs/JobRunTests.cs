using System.Globalization;
using CommunityLms.Kernel.Data.Jobs;
using CommunityLms.Kernel.Data.Tests.Hosting;
using CommunityLms.Kernel.Data.Tests.Sample;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data.Tests.Jobs;

public sealed class JobRunOnSqlite(SqliteDatabase database) : JobRunTests(database), IClassFixture<SqliteDatabase>;

public sealed class JobRunOnPostgreSql(PostgreSqlDatabase database) : JobRunTests(database), IClassFixture<PostgreSqlDatabase>;

public abstract class JobRunTests(TestDatabase database) : JobTestBase(database)
{
    [Fact]
    public async Task Enqueue_WhenTheHostRuns_RunsOnceInTheNameOfWhoQueuedIt()
    {
        await using var host = await Start();
        var officer = new Actor(Guid.CreateVersion7(), "Officer", Guid.CreateVersion7(), IsHostAdministrator: true) { TokenScope = new HashSet<string> { "People.View", "People.Edit" } };

        var plain = await Enqueue<NoteJob>(host, "plain");
        var scoped = await Enqueue<NoteJob>(host, "scoped", actor: officer);
        await Until(host, plain, JobState.Done);
        await Until(host, scoped, JobState.Done);

        host.Journal.Count("ran plain").ShouldBe(1);
        host.Journal.Entries.ShouldContain($"plain for {Institute} by Li Na {Li.AccountId} {Li.PersonId} False ");
        host.Journal.Entries.ShouldContain($"scoped for {Institute} by Officer {officer.AccountId} {officer.PersonId} True People.View+People.Edit");
        (await Eventually.Get(() => CountTriggers(host, plain), left => left == 0)).ShouldBe(0);
        var record = await Record(host, plain);
        record.Attempts.ShouldBe(1);
        record.FinishedAt!.Value.ShouldBeGreaterThanOrEqualTo(record.StartedAt!.Value);
    }

    [Fact]
    public async Task Enqueue_WithDelay_WaitsForItsTime()
    {
        await using var host = await Start();
        var id = await Enqueue<NoteJob>(host, "late", TimeSpan.FromMilliseconds(600));

        (await Find(host, id))!.State.ShouldBe(JobState.Waiting);
        await Until(host, id, JobState.Done);

        var record = await Record(host, id);
        (record.StartedAt!.Value - record.QueuedAt).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(590));
    }

    [Fact]
    public async Task Report_WhenItComesTooOften_IsWrittenLaterAndItsLastWordAlways()
    {
        await using var host = await Start(("Jobs:ReportEvery", "01:00:00"));
        var id = await Enqueue<GatedJob>(host, "seldom");

        var first = await Eventually.Get(() => Find(host, id), s => s!.Done > 0);
        first!.ShouldSatisfyAllConditions(s => s.Done.ShouldBe(1), s => s.Total.ShouldBe(3), s => s.Doing.ShouldBe("Reading"));
        await CancelJob(host, id);

        (await Until(host, id, JobState.Cancelled))!.ShouldSatisfyAllConditions(s => s.Done.ShouldBe(2), s => s.Doing.ShouldBe("Writing"));
    }

    [Fact]
    public async Task Run_WhenItFailsOnce_IsTriedAgainAfterAPause()
    {
        await using var host = await Start(("Jobs:FirstPause", "00:00:00.3"));
        host.Journal.Failures["once"] = 1;
        var id = await Enqueue<FlakyJob>(host, "once");

        var between = await Eventually.Get(() => Find(host, id), s => s!.Error is not null);
        between!.ShouldSatisfyAllConditions(s => s.State.ShouldBe(JobState.Waiting), s => s.Error.ShouldBe("The printer is out of paper."));
        (await Until(host, id, JobState.Done))!.Error.ShouldBeNull();

        host.Journal.Count("tried once").ShouldBe(2);
        var record = await Record(host, id);
        record.Attempts.ShouldBe(2);
        (record.StartedAt!.Value - record.QueuedAt).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(290));
    }

    [Fact]
    public async Task Run_WhenItKeepsFailing_FailsAfterThreeTriesWithTheReasonInWords()
    {
        await using var host = await Start();
        host.Journal.Failures["always"] = 99;
        var id = await Enqueue<FlakyJob>(host, "always");

        (await Until(host, id, JobState.Failed))!.Error.ShouldBe("The printer is out of paper.");
        host.Journal.Count("tried always").ShouldBe(3);

        host.Journal.Failures["always"] = 0;
        await Do(host, jobs => jobs.Retry(id, Cancel));
        (await Until(host, id, JobState.Done))!.Error.ShouldBeNull();
        await Should.ThrowAsync<RuleBroken>(() => Do(host, jobs => jobs.Retry(id, Cancel)));
    }

    [Fact]
    public async Task Run_WhenARuleIsBroken_FailsAtOnceInTheReadersLanguage()
    {
        await using var host = await Start();
        var id = await Enqueue<RuleJob>(host, "ruled");

        (await Until(host, id, JobState.Failed))!.Error.ShouldBe("Only 3 seats are left.");
        host.Journal.Count("tried ruled").ShouldBe(1);

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.Chinese);
        (await Find(host, id))!.ShouldSatisfyAllConditions(s => s.Error.ShouldBe("只剩3个座位。"), s => s.Title.ShouldBe("清点座位"));
    }

    [Fact]
    public async Task Run_WhenItsModuleIsGone_FailsWithWhatToDo()
    {
        await using var host = await Start();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var orphan = new JobRecord { TenantId = Institute, Who = "Li Na", Title = "Old", JobType = "Gone.Module.Job", Args = "{}", QueuedAt = now, DueAt = now };
        await host.Services.GetRequiredService<JobRecords>().Add(orphan, Cancel);

        (await Until(host, orphan.Id, JobState.Failed))!.Error!.ShouldContain("isn't there or is disabled");
    }

    [Fact]
    public async Task Cancel_WhenWaiting_EndsItAtOnce()
    {
        await using var host = await Start();
        var id = await Enqueue<NoteJob>(host, "never", TimeSpan.FromHours(1));
        (await CountTriggers(host, id)).ShouldBe(1);

        await CancelJob(host, id);

        (await Find(host, id))!.State.ShouldBe(JobState.Cancelled);
        (await CountTriggers(host, id)).ShouldBe(0);
    }

    [Fact]
    public async Task Cancel_WhenRunning_StopsItByItsToken()
    {
        // So rare a look that only the direct way can be quick.
        await using var host = await Start(("Jobs:LookEvery", "01:00:00"));
        var id = await Enqueue<GatedJob>(host, "stopped");
        await Eventually.Be(() => host.Journal.Count("started stopped") == 1);

        await CancelJob(host, id);

        await Until(host, id, JobState.Cancelled);
        host.Journal.Count("ended stopped").ShouldBe(0);
        await Do(host, jobs => jobs.Retry(id, Cancel));
        await Eventually.Be(() => host.Journal.Count("started stopped") == 2);
        host.Journal.Open("stopped");
        await Until(host, id, JobState.Done);
    }

    [Fact]
    public async Task Cancel_WhenTheJobOnlyReports_IsSeenAtItsNextReport()
    {
        await using var host = await Start(("Jobs:LookEvery", "01:00:00"), ("Jobs:ReportEvery", "00:00:00.05"));
        var id = await Enqueue<ReportingJob>(host, "chatty");
        await Eventually.Get(() => Find(host, id), s => s!.Done > 0);

        await host.Kernel(db => db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true), Cancel));

        await Until(host, id, JobState.Cancelled);
    }

    [Fact]
    public async Task Job_WhenAskedForFromAnotherInstitute_IsNotThere()
    {
        await using var host = await Start();
        var id = await Enqueue<NoteJob>(host, "ours", TimeSpan.FromHours(1));
        var other = Guid.CreateVersion7();

        (await host.In(other, Li, s => s.GetRequiredService<IJobs>().Find(id, Cancel))).ShouldBeNull();
        await Should.ThrowAsync<RecordMissing>(() => Do(host, jobs => jobs.Cancel(id, Cancel), other));
        await Should.ThrowAsync<RecordMissing>(() => Do(host, jobs => jobs.Retry(id, Cancel), other));
        (await Find(host, id))!.State.ShouldBe(JobState.Waiting);
    }
}
