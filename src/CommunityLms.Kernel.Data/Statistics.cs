using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CommunityLms.Kernel.Data;

internal static class Statistics
{
    /// <summary>
    /// Counts tables and indexes, by a sample of each. Without that SQLite takes the index of the institute first, and reads all its people to find
    /// forty by their ids. A server does it by itself.
    /// </summary>
    public static Task CountTables(this DatabaseFacade database, CancellationToken cancel) =>
        database.IsSqlite() ? database.ExecuteSqlRawAsync("PRAGMA analysis_limit=1000; ANALYZE", cancel) : Task.CompletedTask;
}
