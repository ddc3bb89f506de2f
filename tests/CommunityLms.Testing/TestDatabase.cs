using CommunityLms.Kernel.Data.Providers;
using Xunit;

namespace CommunityLms.Testing;

/// <summary>
/// A fresh, empty database for one test class, gone when the class is done. Write the tests once in an abstract class that takes a
/// <see cref="TestDatabase"/>, then derive one class a provider:
/// <code>public sealed class AuditTrailOnSqlite(SqliteDatabase database) : AuditTrailTests(database), IClassFixture&lt;SqliteDatabase&gt;;</code>
/// </summary>
public abstract class TestDatabase : IAsyncLifetime
{
    private readonly SemaphoreSlim _once = new(1);
    private bool _prepared;

    /// <summary>Where the database is. A test that asks for it is skipped, with the reason, where there is no such server.</summary>
    public abstract DatabaseOptions Options { get; }

    public abstract ValueTask InitializeAsync();

    /// <summary>Runs <paramref name="prepare"/> before the first test of the class only; call it from the test class's own InitializeAsync.</summary>
    public async Task PrepareOnce(Func<DatabaseOptions, Task> prepare)
    {
        await _once.WaitAsync();
        try
        {
            if (!_prepared)
                await prepare(Options);
            _prepared = true;
        }
        finally
        {
            _once.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Drop();
        _once.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task Drop();
}
