using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommunityLms.Kernel.Data;

/// <summary>
/// What every save does, in this order: turns deletes into hiding, keeps institutes apart, renews concurrency stamps, writes the audit
/// trail, and moves raised events into the outbox. All of it is in the transaction of the save itself.
/// </summary>
internal sealed class SaveRules(ICurrentTenant tenant, AuditTrail audit, OutboxWriter outbox) : SaveChangesInterceptor, IScopedDependency
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var context = eventData.Context!;
        foreach (var entry in Changed(context))
            HideInsteadOfDelete(entry);
        context.ChangeTracker.CascadeChanges();
        var entries = Changed(context);
        foreach (var entry in entries)
        {
            KeepInstitutesApart(entry);
            RenewStamp(entry);
        }
        audit.Record(context, entries);
        outbox.Collect(context, entries);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        // Inside a transaction of the caller's the events are there only once that commits.
        if (eventData.Context!.Database.CurrentTransaction is null)
            outbox.Committed();
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Save with SaveChangesAsync.");

    private static List<EntityEntry> Changed(DbContext context) =>
        [.. context.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];

    private void KeepInstitutesApart(EntityEntry entry)
    {
        if (entry.Entity is not IMultiTenant)
            return;
        var owner = entry.Property(nameof(IMultiTenant.TenantId));
        if (entry.State == EntityState.Added && (Guid)owner.CurrentValue! == Guid.Empty)
            owner.CurrentValue = tenant.Id ?? throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} belongs to an institute, but none is current.");
        if ((Guid)owner.CurrentValue! != tenant.Id || (entry.State != EntityState.Added && (Guid)owner.OriginalValue! != tenant.Id))
            throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another institute can't be saved.");
    }

    private static void HideInsteadOfDelete(EntityEntry entry)
    {
        if (entry is not { State: EntityState.Deleted, Entity: ISoftDelete })
            return;
        entry.State = EntityState.Unchanged;
        entry.Property(nameof(ISoftDelete.IsDeleted)).CurrentValue = true;
    }

    private static void RenewStamp(EntityEntry entry)
    {
        if (entry.Entity is IHasConcurrencyStamp && entry.State is EntityState.Added or EntityState.Modified)
            entry.Property(nameof(IHasConcurrencyStamp.ConcurrencyStamp)).CurrentValue = Guid.CreateVersion7();
    }
}
