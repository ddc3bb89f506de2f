using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

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
        var tracked = context.ChangeTracker.Entries().ToList();
        RenewStamps(tracked);
        var entries = tracked.FindAll(IsChanged);
        foreach (var entry in entries)
            KeepInstitutesApart(entry);
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
        [.. context.ChangeTracker.Entries().Where(IsChanged)];

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

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

    /// <summary>
    /// A changed part renews the stamp of the whole it belongs to, so that two people who change different parts of one aggregate see each
    /// other. An aggregate is loaded whole, so the whole is at hand.
    /// </summary>
    private static void RenewStamps(List<EntityEntry> tracked)
    {
        var changed = tracked.FindAll(IsChanged);
        var wholes = new Lazy<Dictionary<(IEntityType, Guid), EntityEntry>>(() => tracked.Where(e => e.Entity is Entity).ToDictionary(e => (e.Metadata.GetRootType(), ((Entity)e.Entity).Id)));
        var renewed = new HashSet<EntityEntry>();
        foreach (var entry in changed)
            Renew(entry);

        void Renew(EntityEntry entry)
        {
            if (entry.State == EntityState.Deleted && entry.Entity is IHasConcurrencyStamp)
                return;
            if (entry.Entity is IHasConcurrencyStamp)
                entry.Property(nameof(IHasConcurrencyStamp.ConcurrencyStamp)).CurrentValue = Guid.CreateVersion7();
            else
                foreach (var place in WholesOf(entry))
                    if (wholes.Value.TryGetValue(place, out var whole) && renewed.Add(whole))
                        Renew(whole);
        }
    }

    /// <summary>What a record is a part of: what lists it and takes it along when it is deleted. One that was moved belongs to both.</summary>
    private static IEnumerable<(IEntityType, Guid)> WholesOf(EntityEntry part) =>
        from key in part.Metadata.GetForeignKeys()
        where key is { DeleteBehavior: DeleteBehavior.Cascade, PrincipalToDependent: not null, Properties.Count: 1 }
        let property = part.Property(key.Properties[0].Name)
        from id in new[] { property.CurrentValue, property.OriginalValue }.OfType<Guid>().Distinct()
        select (key.PrincipalEntityType.GetRootType(), id);
}
