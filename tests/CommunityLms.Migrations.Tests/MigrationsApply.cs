using System.Reflection;
using CommunityLms.Kernel.Data;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;
using Xunit;

namespace CommunityLms.Migrations.Tests;

public abstract class MigrationsApply(TestDatabase database)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrations_WhenAllModulesShareADatabase_MakeEveryTableTheModelsRead()
    {
        foreach (var context in KernelFirst)
        {
            await using var db = context.Create(database.Options);
            await db.Database.MigrateAsync(Cancel);
            (await db.Database.GetPendingMigrationsAsync(Cancel)).ShouldBeEmpty();
            foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsOwned() && !e.HasSharedClrType))
                await (Task)typeof(MigrationsApply).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(entity.ClrType).Invoke(null, [db])!;
        }
    }

    [Fact]
    public async Task Migrations_WhenTakenBackToTheFirst_ApplyAgain()
    {
        foreach (var context in KernelFirst.Reverse())
        {
            await using var db = context.Create(database.Options);
            await db.Database.MigrateAsync(Cancel);
            await db.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase, Cancel);
            (await db.Database.GetAppliedMigrationsAsync(Cancel)).ShouldBeEmpty();
            await db.Database.MigrateAsync(Cancel);
        }
    }

    private static IEnumerable<DesignTimeContext> KernelFirst => DesignTimeContext.All.OrderByDescending(c => c.Type == typeof(KernelDbContext));

    /// <summary>Names every column of the entity; the database refuses a name it doesn't have.</summary>
    private static async Task Read<T>(DbContext db) where T : class => await db.Set<T>().IgnoreQueryFilters().AsNoTracking().ToListAsync(Cancel);
}

public sealed class MigrationsApplyOnSqlite(SqliteDatabase database) : MigrationsApply(database), IClassFixture<SqliteDatabase>;

public sealed class MigrationsApplyOnPostgreSql(PostgreSqlDatabase database) : MigrationsApply(database), IClassFixture<PostgreSqlDatabase>;
