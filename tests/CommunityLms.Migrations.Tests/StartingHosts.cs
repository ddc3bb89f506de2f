using CommunityLms.Kernel.Data;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CommunityLms.Migrations.Tests;

/// <summary>Several nodes are started together after an update.</summary>
public abstract class StartingHosts(TestDatabase database)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hosts_WhenTheyStartAtOnce_AllMigrate()
    {
        using var first = new TestKernel(database.Options);
        using var second = new TestKernel(database.Options);
        using var third = new TestKernel(database.Options);

        await Task.WhenAll(new[] { first, second, third }.Select(host => Task.Run(() => host.Migrate(Cancel), Cancel))).WaitAsync(Patience, Cancel);

        await using var scope = first.Scope();
        (await scope.ServiceProvider.GetRequiredService<KernelDbContext>().Database.GetPendingMigrationsAsync(Cancel)).ShouldBeEmpty();
    }
}

public sealed class StartingHostsOnPostgreSql(PostgreSqlDatabase database) : StartingHosts(database), IClassFixture<PostgreSqlDatabase>;

public sealed class StartingHostsOnSqlite(SqliteDatabase database) : StartingHosts(database), IClassFixture<SqliteDatabase>;

/// <summary>Only SQLite leaves anything behind: a server frees its lock when the connection ends.</summary>
public sealed class KilledHosts(SqliteDatabase database) : IClassFixture<SqliteDatabase>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TestKernel _host = new(database.Options);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string LockFile => database.Options.File + ".migrating";

    public async ValueTask InitializeAsync()
    {
        await using var scope = _host.Scope();
        await Context(scope).EnsureDeletedAsync(Cancel);
    }

    [Fact]
    public async Task Host_WhenAnotherWasKilledWhileMigrating_StartsAllTheSame()
    {
        await using var scope = _host.Scope();
        // What EF has written when its process ends before it can take it back.
        await Context(scope).ExecuteSqlRawAsync("""CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-21 08:00:00')""", Cancel);
        await File.WriteAllTextAsync(LockFile, "", Cancel);

        await _host.Migrate(Cancel).WaitAsync(Patience, Cancel);

        (await Context(scope).GetPendingMigrationsAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Host_WhileAnotherMigrates_WaitsUntilItsProcessIsGone()
    {
        // The lock of the other process; the system lets go of it when that ends, however it ends.
        var other = new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);

        var migrating = _host.Migrate(Cancel);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
        migrating.IsCompleted.ShouldBeFalse();

        await other.DisposeAsync();
        await migrating.WaitAsync(Patience, Cancel);
    }

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    private static DatabaseFacade Context(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<KernelDbContext>().Database;
}
