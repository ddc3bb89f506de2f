using CommunityLms.Kernel.Data.Providers;
using Microsoft.Data.Sqlite;

namespace CommunityLms.Testing;

/// <summary>A file in a folder of its own below the temporary folder.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"lms-{Guid.CreateVersion7():N}");

    // The tests ask for no durability, so they don't wait for the disk.
    public override DatabaseOptions Options => new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(_folder, "test.db")}", "NORMAL");

    public override ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        return ValueTask.CompletedTask;
    }

    protected override Task Drop()
    {
        using (var connection = new SqliteConnection(Options.ConnectionString))
            SqliteConnection.ClearPool(connection);
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
