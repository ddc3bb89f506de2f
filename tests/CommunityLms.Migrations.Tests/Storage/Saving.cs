using System.Text.Json;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Migrations.Tests.Scratch;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CommunityLms.Migrations.Tests.Storage;

public abstract class Saving(TestDatabase database) : StorageTests(database)
{
    [Fact]
    public async Task Delete_OfWhatCanComeBack_HidesItWithItsParts()
    {
        var teacher = await Saved(new Teacher { Certificates = { new() { Title = "Maths" } } });

        await Change(teacher.Id, (db, found) => db.Remove(found));

        (await Request(db => db.Teachers.AnyAsync(t => t.Id == teacher.Id, Cancel))).ShouldBeFalse();
        // Lifted on purpose: the hidden record is what is looked for.
        var hidden = await Request(db => db.Teachers.IgnoreQueryFilters([Filters.SoftDelete]).Include(t => t.Certificates).SingleAsync(t => t.Id == teacher.Id, Cancel));
        hidden.IsDeleted.ShouldBeTrue();
        hidden.Certificates.ShouldHaveSingleItem().Title.ShouldBe("Maths");
    }

    [Fact]
    public async Task Delete_OfAPart_ReallyDeletesIt()
    {
        var teacher = await Saved(new Teacher { Certificates = { new() { Title = "Maths" } } });

        await Change(teacher.Id, (_, found) => found.Certificates.Clear());

        (await Request(db => db.Set<Certificate>().CountAsync(c => EF.Property<Guid>(c, "TeacherId") == teacher.Id, Cancel))).ShouldBe(0);
        (await Journal(teacher.Certificates[0].Id)).Last().Action.ShouldBe(AuditAction.Deleted);
    }

    [Fact]
    public async Task Save_WhenSomebodySavedFirst_SaysChangedMeanwhile()
    {
        var teacher = await Saved(new Teacher());

        await Request(async db =>
        {
            var mine = await db.Teachers.SingleAsync(t => t.Id == teacher.Id, Cancel);
            await Change(teacher.Id, (_, theirs) => theirs.Name = "张伟");
            mine.Name = "李娜";
            await Should.ThrowAsync<ChangedMeanwhile>(() => db.SaveChangesAsync(Cancel));
            var stored = await db.Teachers.SingleAsync(t => t.Id == teacher.Id, Cancel);
            stored.Name.ShouldBe("张伟", "what was tried is forgotten");
            return stored;
        });

        (await Request(db => db.Teachers.SingleAsync(t => t.Id == teacher.Id, Cancel))).Name.ShouldBe("张伟");
    }

    [Fact]
    public async Task Save_WhenTheFormWasOpenedOnAnOlderVersion_SaysChangedMeanwhile()
    {
        var teacher = await Saved(new Teacher());
        await Change(teacher.Id, (_, theirs) => theirs.Name = "张伟");

        await Should.ThrowAsync<ChangedMeanwhile>(() => Change(teacher.Id, (db, mine) => db.ExpectVersion(mine, teacher.ConcurrencyStamp)));
    }

    [Fact]
    public async Task Save_WhenTheFormWasOpenedOnTheLatestVersion_RenewsTheStamp()
    {
        var teacher = await Saved(new Teacher());

        var changed = await Change(teacher.Id, (db, mine) =>
        {
            db.ExpectVersion(mine, teacher.ConcurrencyStamp);
            mine.Name = "李娜";
        });

        changed.ConcurrencyStamp.ShouldNotBe(teacher.ConcurrencyStamp);
        (await Request(db => db.Teachers.SingleAsync(t => t.Id == teacher.Id, Cancel))).ConcurrencyStamp.ShouldBe(changed.ConcurrencyStamp);
    }

    [Theory]
    [InlineData("added")]
    [InlineData("changed")]
    [InlineData("deleted")]
    public async Task Save_OfAPartOnly_RenewsTheStampOfTheWhole(string how)
    {
        var teacher = await Saved(new Teacher { Certificates = { new() { Title = "Maths" } } });

        var changed = await Change(teacher.Id, (db, mine) =>
        {
            if (how == "added")
                Award(db, mine, new() { Title = "Chinese" });
            else if (how == "changed")
                mine.Certificates[0].Title = "Algebra";
            else
                mine.Certificates.Clear();
        });

        changed.ConcurrencyStamp.ShouldNotBe(teacher.ConcurrencyStamp);
        (await Journal(teacher.Id)).ShouldHaveSingleItem("a new stamp is no news");
    }

    [Fact]
    public async Task Save_WhenSomebodySavedAnotherPartFirst_SaysChangedMeanwhile()
    {
        var teacher = await Saved(new Teacher { Certificates = { new() { Title = "Maths" }, new() { Title = "Chinese" } } });

        await Should.ThrowAsync<ChangedMeanwhile>(() => Request(async db =>
        {
            var mine = await db.Teachers.Include(t => t.Certificates).SingleAsync(t => t.Id == teacher.Id, Cancel);
            await Change(teacher.Id, (_, theirs) => theirs.Certificates.Single(c => c.Title == "Chinese").Title = "语文");
            mine.Certificates.Single(c => c.Title == "Maths").Title = "数学";
            return await db.SaveChangesAsync(Cancel);
        }));
    }

    [Fact]
    public async Task Journal_OfARecord_TellsWhoAndBeforeAndAfter()
    {
        using var _ = Kernel.User.Change(new Actor(Guid.CreateVersion7(), "赵主任"));
        var teacher = await Saved(new Teacher { BornOn = new(1979, 2, 28) });
        await Change(teacher.Id, (_, found) => (found.Name, found.Rank) = ("李娜", Rank.Senior));
        await Change(teacher.Id, (db, found) => db.Remove(found));

        var journal = await Journal(teacher.Id);

        journal.Select(e => e.Action).ShouldBe([AuditAction.Added, AuditAction.Changed, AuditAction.Changed]);
        journal.ShouldAllBe(e => e.Who == "赵主任" && e.TenantId == Institute && e.EntityType == nameof(Teacher));
        Changes(journal[0])["Name"].ShouldBe([null, "王芳"]);
        Changes(journal[0])["BornOn"].ShouldBe([null, "1979-02-28"]);
        journal[1].Changes.ShouldBe("""{"Name":["王芳","李娜"],"Rank":["Junior","Senior"]}""");
        Changes(journal[2])["IsDeleted"].ShouldBe(["False", "True"]);
    }

    [Fact]
    public async Task Journal_OfADeletedRecord_KeepsWhatItWas()
    {
        var badge = await Saved(new Badge { Text = "Guest" });
        await Request(async db =>
        {
            db.Remove(await db.Badges.SingleAsync(b => b.Id == badge.Id, Cancel));
            return await db.SaveChangesAsync(Cancel);
        });

        var last = (await Journal(badge.Id)).Last();

        last.Action.ShouldBe(AuditAction.Deleted);
        Changes(last)["Text"].ShouldBe(["Guest", null]);
    }

    [Fact]
    public async Task Journal_OfASecret_DoesNotHoldIt()
    {
        var teacher = await Saved(new Teacher { Pin = "4711" });
        await Change(teacher.Id, (_, found) => found.Pin = "0815");

        (await Journal(teacher.Id)).ShouldHaveSingleItem().Changes.ShouldNotContain("4711");
    }

    [Fact]
    public async Task Event_WhenTheSaveSucceeds_WaitsInTheOutbox()
    {
        var teacher = await Saved(new Teacher());

        await Change(teacher.Id, (_, found) => found.Promote());

        var message = await InKernel(db => db.Outbox.SingleAsync(m => m.TenantId == Institute, Cancel));
        JsonSerializer.Deserialize<TeacherPromoted>(message.Payload).ShouldBe(new TeacherPromoted(teacher.Id));
        message.EventType.ShouldBe(typeof(TeacherPromoted).FullName);
    }

    [Fact]
    public async Task Event_WhenTheSaveFails_IsNotInTheOutboxNorInTheJournal()
    {
        var teacher = await Saved(new Teacher());

        await Should.ThrowAsync<ChangedMeanwhile>(() => Change(teacher.Id, (db, found) =>
        {
            found.Promote();
            db.ExpectVersion(found, Guid.CreateVersion7());
        }));

        (await InKernel(db => db.Outbox.CountAsync(m => m.TenantId == Institute, Cancel))).ShouldBe(0);
        (await Journal(teacher.Id)).ShouldHaveSingleItem().Action.ShouldBe(AuditAction.Added);
    }

    /// <summary>A part with a key of its own would be taken for a stored one, unless it is added by name.</summary>
    private static void Award(ScratchContext db, Teacher teacher, Certificate certificate)
    {
        teacher.Certificates.Add(certificate);
        db.Add(certificate);
    }

    private Task<Teacher> Change(Guid teacherId, Action<ScratchContext, Teacher> change) => Request(async db =>
    {
        var found = await db.Teachers.Include(t => t.Certificates).SingleAsync(t => t.Id == teacherId, Cancel);
        change(db, found);
        await db.SaveChangesAsync(Cancel);
        return found;
    });

    private Task<List<AuditEntry>> Journal(Guid recordId) =>
        InKernel(db => db.Audit.Where(e => e.EntityId == recordId.ToString()).OrderBy(e => e.Id).ToListAsync(Cancel));

    private static Dictionary<string, string?[]> Changes(AuditEntry entry) => JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes)!;
}

public sealed class SavingOnSqlite(SqliteDatabase database) : Saving(database), IClassFixture<SqliteDatabase>;

public sealed class SavingOnPostgreSql(PostgreSqlDatabase database) : Saving(database), IClassFixture<PostgreSqlDatabase>;
