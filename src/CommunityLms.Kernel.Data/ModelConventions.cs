using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CommunityLms.Kernel.Data;

/// <summary>What is the same in every context, so that one neutral migration set serves SQLite, PostgreSQL and SQL Server.</summary>
public static class ModelConventions
{
    private const int EnumLength = 40;

    /// <summary>Enums are stored by name, moments in UTC (<see cref="DateTimeOffset"/> can't be compared on SQLite).</summary>
    public static void UseLmsConventions(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumLength);
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <summary>Names the tables, sets keys and stamps, and adds the tables of the kernel that every save writes to.</summary>
    /// <param name="context">The context's type, which bears the table prefix.</param>
    public static void FinishLmsModel(this ModelBuilder model, Type context)
    {
        var prefix = TablePrefixAttribute.Of(context);
        foreach (var entity in model.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.BaseType is null).ToList())
        {
            entity.SetTableName($"{prefix}_{TableWord(entity.ClrType)}".ToLowerInvariant());
            if (typeof(Entity).IsAssignableFrom(entity.ClrType))
                model.Entity(entity.ClrType).Property(nameof(Entity.Id)).ValueGeneratedNever();
            if (typeof(IHasConcurrencyStamp).IsAssignableFrom(entity.ClrType))
                model.Entity(entity.ClrType).Property(nameof(IHasConcurrencyStamp.ConcurrencyStamp)).IsConcurrencyToken();
            if (typeof(Aggregate).IsAssignableFrom(entity.ClrType))
                model.Entity(entity.ClrType).Ignore(nameof(Aggregate.Events));
        }
        AddKernelTables(model, own: context == typeof(KernelDbContext));
        // SQL Server would add a filter in its own dialect to unique indexes on nullable columns.
        foreach (var index in model.Model.GetEntityTypes().SelectMany(e => e.GetDeclaredIndexes()))
            index.SetFilter(null);
    }

    /// <summary>The class name; of Identity's generic classes without the word Identity and the count of type arguments.</summary>
    private static string TableWord(Type entity) => entity.Name.Split('`')[0].Replace("Identity", "", StringComparison.Ordinal);

    private static void AddKernelTables(ModelBuilder model, bool own)
    {
        model.Entity<AuditEntry>(audit =>
        {
            audit.ToTable("core_audit", t => t.ExcludeFromMigrations(!own));
            audit.Property(a => a.Id).ValueGeneratedNever();
            audit.Property(a => a.Who).HasMaxLength(200);
            audit.Property(a => a.EntityType).HasMaxLength(200);
            audit.Property(a => a.EntityId).HasMaxLength(100);
            audit.Property(a => a.TraceId).HasMaxLength(64);
            audit.HasIndex(a => new { a.TenantId, a.Id });
            audit.HasIndex(a => new { a.EntityId, a.Id });
            audit.HasIndex(a => a.ChangeSetId);
        });
        model.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("core_outbox", t => t.ExcludeFromMigrations(!own));
            outbox.Property(m => m.Id).ValueGeneratedNever();
            outbox.Property(m => m.EventType).HasMaxLength(300);
            outbox.Property(m => m.Who).HasMaxLength(200);
            outbox.HasIndex(m => new { m.State, m.NextAttemptAt });
        });
        model.Entity<InboxEntry>(inbox =>
        {
            inbox.ToTable("core_inbox", t => t.ExcludeFromMigrations(!own));
            inbox.HasKey(e => new { e.MessageId, e.Handler });
            inbox.Property(e => e.Handler).HasMaxLength(300);
            inbox.HasIndex(e => e.HandledAt);
        });
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        moment => moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : DateTime.SpecifyKind(moment, DateTimeKind.Utc),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
