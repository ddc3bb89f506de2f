using CommunityLms.Bench.Bare;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommunityLms.Bench;

/// <summary>Where host and bare page read from; it stays after the bench, so that the pages can be measured again without filling it.</summary>
/// <param name="Provider">Sqlite or PostgreSql, as the host's configuration calls it.</param>
internal sealed record Database(string Provider, string ConnectionString)
{
    private const string ServerVariable = "COMMUNITYLMS_TEST_POSTGRES";
    private const string Name = "communitylms_bench";

    /// <returns>Null for PostgreSQL where no server is named.</returns>
    public static Database? Of(string provider, string folder)
    {
        if (provider == "sqlite")
            return new("Sqlite", $"Data Source={Path.Combine(folder, "bench.db")}");
        return Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } server ? new("PostgreSql", new NpgsqlConnectionStringBuilder(server) { Database = Name }.ConnectionString) : null;
    }

    public DbContextOptionsBuilder Configure(DbContextOptionsBuilder options) =>
        Provider == "Sqlite" ? options.UseSqlite(ConnectionString) : options.UseNpgsql(ConnectionString);

    public async Task CreateEmpty(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        if (Provider == "Sqlite")
            return;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        foreach (var sql in (string[])[$"DROP DATABASE IF EXISTS {Name} WITH (FORCE)", $"CREATE DATABASE {Name}"])
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The institute with the most people.</summary>
    public async Task<(Guid Id, int People)> LargestInstitute()
    {
        await using var db = new BareContext((DbContextOptions<BareContext>)Configure(new DbContextOptionsBuilder<BareContext>()).Options);
        var largest = await db.People.GroupBy(p => p.TenantId).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(g => g.Count).FirstAsync();
        return (largest.Key, largest.Count);
    }
}
