using CommunityLms.Kernel.Data.Providers;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Kernel.Data.Startup;

/// <summary>
/// Brings the tables of each module up to date when the host starts, module by module. One process at a time: on a server under a lock that
/// ends with its connection, on SQLite under a locked file, which ends with the process. Nothing is locked when nothing is pending.
/// </summary>
public sealed class Migrator(IServiceScopeFactory scopes, ModuleCatalog catalog, IEnumerable<ModuleContext> contexts, DatabaseOptions database, TimeProvider clock, ILogger<Migrator> log)
    : ISingletonDependency
{
    /// <summary>"LMS" in ASCII: any number that other programs on the same database don't use.</summary>
    private const long PostgreSqlLock = 0x4C4D53;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <exception cref="ModuleFault">A migration of a module of the host failed.</exception>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        foreach (var context in contexts)
            if (catalog.Enabled.FirstOrDefault(m => m.Assembly == context.Assembly) is { } module)
                await catalog.Guard(module, $"migrating {context.Type.Name}", () => Migrate(context, cancel), cancel);
    }

    private async Task Migrate(ModuleContext context, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (DbContext)scope.ServiceProvider.GetRequiredService(context.Type);
        if (database.File is { } file)
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        if (!(await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            return;
        if (database.Provider == DatabaseProvider.PostgreSql)
        {
            // The provider's own lock holds for one migration: between two of them another host would begin.
            await db.Database.OpenConnectionAsync(cancel);
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock({0})", [PostgreSqlLock], cancel);
            try
            {
                await db.Database.MigrateAsync(cancel);
            }
            finally
            {
                // A connection goes back to the pool with its locks.
                await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock({0})", [PostgreSqlLock], CancellationToken.None);
                await db.Database.CloseConnectionAsync();
            }
        }
        else if (database.File is null)
        {
            await db.Database.MigrateAsync(cancel);
        }
        else
        {
            await using var held = await LockFile(database.File + ".migrating", cancel);
            // Whoever left EF's own lock row behind is gone: the file says so.
            await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancel);
            await db.Database.MigrateAsync(cancel);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
            // An index that isn't counted yet is taken for better than those that are.
            await db.Database.CountTables(cancel);
        }
        log.LogInformation("Migrated {Context}", context.Type.Name);
    }

    private async Task<FileStream> LockFile(string path, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                // The file stays: two hosts could hold locks on two files of one name if the first deleted its own.
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (clock.GetElapsedTime(start) < Patience)
            {
                await Task.Delay(LookEvery, clock, cancel);
            }
        }
    }
}
