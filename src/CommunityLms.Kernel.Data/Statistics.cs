using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Data;

internal static class Statistics
{
    /// <summary>
    /// Counts the tables that have grown or shrunk much. Without that SQLite takes the index of the institute first, and reads all its people to find
    /// forty by their ids. A server does it by itself.
    /// </summary>
    public static Task CountTables(this KernelDbContext db, CancellationToken cancel) =>
        db.Database.IsSqlite() ? db.Database.ExecuteSqlRawAsync("PRAGMA optimize=0x10002", cancel) : Task.CompletedTask;
}
