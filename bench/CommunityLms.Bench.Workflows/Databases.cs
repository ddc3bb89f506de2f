using CommunityLms.Kernel.Data.Providers;
using Npgsql;

namespace CommunityLms.Bench.Workflows;

/// <summary>Databases of the bench, made anew for each run.</summary>
internal static class Databases
{
    public static string? Server => Environment.GetEnvironmentVariable("COMMUNITYLMS_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public static async Task<DatabaseOptions> Empty(string provider, string folder, string name)
    {
        if (provider == "sqlite")
        {
            var file = Path.Combine(folder, $"{name}.db");
            foreach (var part in (string[])[file, $"{file}-wal", $"{file}-shm"])
                File.Delete(part);
            return new(DatabaseProvider.Sqlite, $"Data Source={file}");
        }
        var database = $"communitylms_bench_{name}";
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        foreach (var sql in (string[])[$"DROP DATABASE IF EXISTS {database} WITH (FORCE)", $"CREATE DATABASE {database}"])
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
        return new(DatabaseProvider.PostgreSql, new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString);
    }
}
