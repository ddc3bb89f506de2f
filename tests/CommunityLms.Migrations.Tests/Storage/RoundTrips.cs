using CommunityLms.Kernel.Data.Jobs;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Migrations.Tests.Scratch;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CommunityLms.Migrations.Tests.Storage;

public abstract class RoundTrips(TestDatabase database) : StorageTests(database)
{
    // Microseconds: what PostgreSQL keeps.
    private static readonly DateTime Moment = new DateTime(2026, 9, 1, 23, 59, 59, 999, 123, DateTimeKind.Utc);

    [Fact]
    public async Task Record_WhenReadAgain_IsTheSame()
    {
        var saved = await Saved(new Teacher { Name = "王芳 O'Brien “ß” 👩‍🏫", BornOn = new(1979, 2, 28), JoinedAt = Moment, LeftAt = Moment.AddYears(1), Rank = Rank.Senior, FormerRank = Rank.Junior, IsLeader = true, Lessons = int.MinValue });

        var read = await Request(db => db.Teachers.SingleAsync(t => t.Id == saved.Id, Cancel));

        read.Name.ShouldBe(saved.Name);
        read.BornOn.ShouldBe(new(1979, 2, 28));
        read.JoinedAt.ShouldBe(Moment);
        read.LeftAt.ShouldBe(Moment.AddYears(1));
        read.Rank.ShouldBe(Rank.Senior);
        read.FormerRank.ShouldBe(Rank.Junior);
        read.IsLeader.ShouldBeTrue();
        read.Lessons.ShouldBe(int.MinValue);
        read.TenantId.ShouldBe(Institute);
        read.ConcurrencyStamp.ShouldBe(saved.ConcurrencyStamp);
    }

    [Fact]
    public async Task Record_WhenNothingIsSet_ReadsNulls()
    {
        var saved = await Saved(new Teacher());

        var read = await Request(db => db.Teachers.SingleAsync(t => t.Id == saved.Id, Cancel));

        (read.LeftAt, read.FormerRank, read.Pin).ShouldBe((null, null, null));
    }

    [Fact]
    public async Task Moment_WhenReadAgain_IsKnownToBeUtc()
    {
        var saved = await Saved(new Teacher { JoinedAt = Moment, LeftAt = Moment });

        var read = await Request(db => db.Teachers.SingleAsync(t => t.Id == saved.Id, Cancel));

        read.JoinedAt.Kind.ShouldBe(DateTimeKind.Utc);
        read.LeftAt!.Value.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public async Task Moment_WhenGivenInLocalTime_IsStoredInUtc()
    {
        var saved = await Saved(new Teacher { JoinedAt = Moment.ToLocalTime() });

        (await Request(db => db.Teachers.AnyAsync(t => t.Id == saved.Id && t.JoinedAt == Moment, Cancel))).ShouldBeTrue();
    }

    [Fact]
    public async Task Enum_WhenStored_IsItsName()
    {
        var saved = await Saved(new Teacher { Rank = Rank.Senior, FormerRank = Rank.Junior });

        var stored = await Request(db => db.Database.SqlQuery<string>($"""SELECT "Rank" || ' ' || "FormerRank" AS "Value" FROM scratch_teacher WHERE "Id" = {saved.Id}""").SingleAsync(Cancel));

        stored.ShouldBe("Senior Junior");
    }

    [Fact]
    public async Task Query_OverEveryKindOfColumn_IsDoneByTheDatabase()
    {
        await Saved(new Teacher { BornOn = new(1979, 2, 28), JoinedAt = Moment, Rank = Rank.Senior, IsLeader = true });

        var found = await Request(db => db.Teachers.Where(t => t.BornOn < new DateOnly(1979, 3, 1) && t.BornOn.Year == 1979
            && t.JoinedAt > Moment.AddMilliseconds(-1) && t.JoinedAt < Moment.AddMilliseconds(1)
            && t.Rank == Rank.Senior && t.IsLeader && t.LeftAt == null).CountAsync(Cancel));

        found.ShouldBe(1);
    }

    [Fact]
    public async Task KernelRecord_WhenReadAgain_IsTheSame()
    {
        var job = new JobRecord { TenantId = Institute, Who = "王芳", Title = "Import", JobType = "Importing", Args = """{"rows":["一课两讲"]}""", QueuedAt = Moment, DueAt = Moment, State = JobState.Running, Total = 7, CancelRequested = true };
        await InKernel(async db =>
        {
            db.Add(job);
            return await db.SaveChangesAsync(Cancel);
        });

        var read = await InKernel(db => db.Jobs.SingleAsync(j => j.Id == job.Id && j.State == JobState.Running, Cancel));

        read.ShouldBeEquivalentTo(job);
    }
}

public sealed class RoundTripsOnSqlite(SqliteDatabase database) : RoundTrips(database), IClassFixture<SqliteDatabase>;

public sealed class RoundTripsOnPostgreSql(PostgreSqlDatabase database) : RoundTrips(database), IClassFixture<PostgreSqlDatabase>;
