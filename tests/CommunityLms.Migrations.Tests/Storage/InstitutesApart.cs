using CommunityLms.Kernel.Data;
using CommunityLms.Migrations.Tests.Scratch;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CommunityLms.Migrations.Tests.Storage;

public abstract class InstitutesApart(TestDatabase database) : StorageTests(database)
{
    private static readonly Guid Other = Guid.CreateVersion7();

    [Fact]
    public async Task Query_WhenAnotherInstituteIsCurrent_DoesNotReturnTheRecord()
    {
        var teacher = await Saved(new Teacher());

        (await Request(Other, db => db.Teachers.AnyAsync(t => t.Id == teacher.Id, Cancel))).ShouldBeFalse();
        (await Request(institute: null, db => db.Teachers.AnyAsync(t => t.Id == teacher.Id, Cancel))).ShouldBeFalse();
        (await Request(db => db.Teachers.AnyAsync(t => t.Id == teacher.Id, Cancel))).ShouldBeTrue();
    }

    [Fact]
    public async Task Query_WhenTheInstituteChangesUnderOneContext_FollowsIt()
    {
        var teacher = await Saved(new Teacher());

        await Request(Other, async db =>
        {
            using (Kernel.Tenant.Change(Institute))
                (await db.Teachers.AnyAsync(t => t.Id == teacher.Id, Cancel)).ShouldBeTrue();
            return true;
        });
    }

    [Fact]
    public async Task Save_WhenTheRecordIsAnotherInstitutes_Throws()
    {
        var teacher = await Saved(new Teacher());

        await Request(Other, async db =>
        {
            // Lifted on purpose: this is the mistake the save must catch.
            var found = await db.Teachers.IgnoreQueryFilters().SingleAsync(t => t.Id == teacher.Id, Cancel);
            found.Name = "张伟";
            return await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancel));
        });

        (await Request(db => db.Teachers.SingleAsync(t => t.Id == teacher.Id, Cancel))).Name.ShouldBe("王芳");
    }

    [Fact]
    public async Task Delete_WhenTheRecordIsAnotherInstitutes_Throws()
    {
        var badge = await Saved(new Badge());

        await Request(Other, async db =>
        {
            db.Remove(await db.Badges.IgnoreQueryFilters([Filters.Tenant]).SingleAsync(b => b.Id == badge.Id, Cancel));
            return await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancel));
        });

        (await Request(db => db.Badges.AnyAsync(b => b.Id == badge.Id, Cancel))).ShouldBeTrue();
    }

    [Fact]
    public async Task Save_WhenARecordIsMovedToAnotherInstitute_Throws()
    {
        var badge = await Saved(new Badge());

        await Request(Other, async db =>
        {
            var found = await db.Badges.IgnoreQueryFilters([Filters.Tenant]).SingleAsync(b => b.Id == badge.Id, Cancel);
            db.Entry(found).Property(b => b.TenantId).CurrentValue = Other;
            return await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancel));
        });
    }

    [Fact]
    public async Task Save_WhenNoInstituteIsCurrent_Throws() => await Request(institute: null, async db =>
    {
        db.Add(new Teacher());
        return await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancel));
    });
}

public sealed class InstitutesApartOnSqlite(SqliteDatabase database) : InstitutesApart(database), IClassFixture<SqliteDatabase>;

public sealed class InstitutesApartOnPostgreSql(PostgreSqlDatabase database) : InstitutesApart(database), IClassFixture<PostgreSqlDatabase>;
