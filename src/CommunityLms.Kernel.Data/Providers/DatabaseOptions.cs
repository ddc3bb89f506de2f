using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace CommunityLms.Kernel.Data.Providers;

public enum DatabaseProvider { Sqlite, PostgreSql, SqlServer }

/// <summary>Which database holds everything: section "Database" of the configuration.</summary>
/// <param name="Provider">SQLite, embedded, unless said otherwise.</param>
/// <param name="ConnectionString">For SQLite a file below the host's folder unless it is an absolute path.</param>
/// <param name="Synchronous">SQLite only: FULL survives a power cut, NORMAL is faster and may lose the last commits in one.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString, string Synchronous = "FULL")
{
    private const int StatementsOfAConnection = 100;
    private const string DefaultFile = "data/communitylms.db";

    internal static DatabaseOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        var provider = Enum.Parse<DatabaseProvider>(configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite), ignoreCase: true);
        var connection = configuration["Database:ConnectionString"];
        if (provider != DatabaseProvider.Sqlite)
            return new(provider, connection ?? throw new InvalidOperationException("Database:ConnectionString is missing from the configuration."));
        var sqlite = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connection ?? $"Data Source={DefaultFile}");
        sqlite.DataSource = Path.Combine(environment.ContentRootPath, sqlite.DataSource);
        return new(provider, sqlite.ConnectionString, configuration["Database:Synchronous"] ?? "FULL");
    }

    /// <summary>The database file; null on a server.</summary>
    public string? File => Provider == DatabaseProvider.Sqlite ? new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    /// <summary>
    /// PostgreSQL only: what is asked again and again is planned once a connection, unless the connection string says otherwise, as one behind
    /// a pooler of transactions has to.
    /// </summary>
    internal string PreparingConnectionString => _preparing ??= Preparing();

    private string? _preparing;

    private string Preparing()
    {
        var npgsql = new Npgsql.NpgsqlConnectionStringBuilder(ConnectionString);
        if (!npgsql.ContainsKey("Max Auto Prepare"))
            npgsql.MaxAutoPrepare = StatementsOfAConnection;
        return npgsql.ConnectionString;
    }
}
