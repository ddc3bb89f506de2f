using CommunityLms.Kernel.Data.Providers;
using Npgsql;
using Xunit;

namespace CommunityLms.Testing;

/// <summary>A database of its own on the server that COMMUNITYLMS_TEST_POSTGRES names, for example "Host=127.0.0.1;Port=5432;Username=postgres".</summary>
public sealed class PostgreSqlDatabase : TestDatabase
{
    private const string Variable = "COMMUNITYLMS_TEST_POSTGRES";
    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable);
    private readonly string _name = $"lms_{Guid.CreateVersion7():N}";

    public override DatabaseOptions Options
    {
        get
        {
            Assert.SkipWhen(string.IsNullOrWhiteSpace(Server), $"No PostgreSQL server: set {Variable} to a connection string whose user may create databases.");
            return new(DatabaseProvider.PostgreSql, new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 20 }.ConnectionString);
        }
    }

    public override async ValueTask InitializeAsync()
    {
        if (!string.IsNullOrWhiteSpace(Server))
            await OnServer($"CREATE DATABASE {_name}");
    }

    protected override async Task Drop()
    {
        if (string.IsNullOrWhiteSpace(Server))
            return;
        await using (var connection = new NpgsqlConnection(Options.ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        // FORCE ends what a failed test left open.
        await OnServer($"DROP DATABASE {_name} WITH (FORCE)");
    }

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
