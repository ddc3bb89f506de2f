using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommunityLms.Kernel.Data.Providers;

/// <summary>Points a context at the configured database.</summary>
public static class DatabaseSetup
{
    /// <summary>One history table a context, so that modules migrate on their own.</summary>
    public static DbContextOptionsBuilder UseLmsDatabase(this DbContextOptionsBuilder builder, DatabaseOptions database, Type context)
    {
        var history = $"__ef_{TablePrefixAttribute.Of(context)}";
        return database.Provider switch
        {
            DatabaseProvider.PostgreSql => builder.UseNpgsql(database.PreparingConnectionString, o => o.MigrationsHistoryTable(history)),
            DatabaseProvider.SqlServer => builder.UseSqlServer(database.ConnectionString, o => o.MigrationsHistoryTable(history)),
            _ => builder.UseSqlite(database.ConnectionString, o => o.MigrationsHistoryTable(history)).AddInterceptors(SqlitePragmas.For(database.Synchronous)),
        };
    }

    /// <summary>Set once on every connection that is opened, because SQLite forgets them; one that comes from the pool still has them.</summary>
    private sealed class SqlitePragmas(string commandText) : DbConnectionInterceptor
    {
        private readonly ConditionalWeakTable<object, object> _set = [];

        private static readonly SqlitePragmas Full = new("PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;");
        private static readonly SqlitePragmas Normal = new("PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;");

        public static SqlitePragmas For(string synchronous) => synchronous.ToUpperInvariant() switch
        {
            "FULL" => Full,
            "NORMAL" => Normal,
            _ => throw new InvalidOperationException("Database:Synchronous is FULL or NORMAL."),
        };

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (!IsNew(connection))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = commandText;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (!IsNew(connection))
                return;
            await using var command = connection.CreateCommand();
            command.CommandText = commandText;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        private bool IsNew(DbConnection connection) => _set.TryAdd(((SqliteConnection)connection).Handle!, this);
    }
}
