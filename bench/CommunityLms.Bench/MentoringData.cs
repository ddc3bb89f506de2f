using CommunityLms.Kernel.Data.Providers;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Bench;

/// <summary>An institute's records of mentoring, read and written without the host: no events, no audit trail.</summary>
internal sealed class MentoringData(Database database, Guid institute)
{
    private readonly DbContextOptions<MentoringDbContext> _options = (DbContextOptions<MentoringDbContext>)new DbContextOptionsBuilder<MentoringDbContext>()
        .UseLmsDatabase(new(Enum.Parse<DatabaseProvider>(database.Provider), database.ConnectionString, "NORMAL"), typeof(MentoringDbContext)).Options;

    public MentoringDbContext Open() => new(_options, new OneInstitute(institute));

    public async Task Save(IEnumerable<object> records)
    {
        await using var db = Open();
        db.AddRange(records);
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is IMultiTenant))
            entry.Property(nameof(IMultiTenant.TenantId)).CurrentValue = institute;
        await db.SaveChangesAsync();
    }

    /// <summary>Counts the tables as every night does, and as PostgreSQL does by itself a while after so much has come.</summary>
    public async Task CountTables()
    {
        await using var db = Open();
        await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? "PRAGMA analysis_limit=1000; ANALYZE" : "ANALYZE");
    }

    private sealed class OneInstitute(Guid institute) : ICurrentTenant
    {
        public Guid? Id => institute;

        public IDisposable Change(Guid? tenantId) => throw new NotSupportedException("The bench fills one institute.");
    }
}
