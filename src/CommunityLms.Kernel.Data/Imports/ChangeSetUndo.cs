using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data.Imports;

/// <summary>
/// Takes a set of changes back by reading the audit trail backwards: what was added goes, what was changed gets its old values. Refused as a
/// whole when any of its records was changed by something else since.
/// </summary>
internal sealed class ChangeSetUndo(KernelDbContext kernel, IServiceScopeFactory scopes, IEnumerable<ModuleContext> contexts, ChangeSets changeSets) : IScopedDependency
{
    private const int Batch = 500;
    private static readonly MethodInfo Loader = typeof(ChangeSetUndo).GetMethod(nameof(LoadBatch), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <exception cref="RuleBroken">Records were changed or used since.</exception>
    public async Task Undo(Guid changeSetId, CancellationToken cancel)
    {
        var changes = await kernel.Audit.AsNoTracking().Where(a => a.ChangeSetId == changeSetId && a.TenantId == kernel.CurrentTenantId).OrderByDescending(a => a.Id).ToListAsync(cancel);
        await EnsureNothingSince(changeSetId, cancel);
        using var _ = changeSets.Begin(Guid.CreateVersion7());
        await using var scope = scopes.CreateAsyncScope();
        foreach (var context in contexts.Where(c => c.Type != typeof(KernelDbContext)))
        {
            var db = (DbContext)scope.ServiceProvider.GetRequiredService(context.Type);
            var types = db.Model.GetEntityTypes().Where(t => typeof(Entity).IsAssignableFrom(t.ClrType)).ToDictionary(t => t.ClrType.Name, t => t.ClrType);
            await TakeBack(db, [.. changes.Where(c => types.ContainsKey(c.EntityType))], types, cancel);
        }
    }

    private async Task EnsureNothingSince(Guid changeSetId, CancellationToken cancel)
    {
        var touched = await kernel.Audit.Where(mine => mine.ChangeSetId == changeSetId)
            .Where(mine => kernel.Audit.Any(later => later.EntityId == mine.EntityId && later.EntityType == mine.EntityType && later.ChangeSetId != changeSetId && later.At > mine.At))
            .Select(mine => mine.EntityId).Distinct().CountAsync(cancel);
        if (touched > 0)
            throw new RuleBroken(ImportRules.ChangedSince, touched);
    }

    private static async Task TakeBack(DbContext db, List<AuditEntry> changes, Dictionary<string, Type> types, CancellationToken cancel)
    {
        if (changes.Count == 0)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var added = changes.Where(c => c.Action == AuditAction.Added).Select(c => c.EntityId).ToHashSet();
        foreach (var batch in changes.Chunk(Batch))
        {
            foreach (var ofType in batch.GroupBy(c => c.EntityType))
            {
                var entries = await (Task<Dictionary<string, EntityEntry>>)Loader.MakeGenericMethod(types[ofType.Key]).Invoke(obj: null, [db, ofType.Select(c => Guid.Parse(c.EntityId)).Distinct().ToArray(), cancel])!;
                foreach (var change in ofType)
                    if (entries.TryGetValue(change.EntityId, out var entry))
                        Revert(entry, change, added.Contains(change.EntityId));
            }
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException)
            {
                // Something outside the set refers to a record of it: a role given to an imported person, for example.
                throw new RuleBroken(ImportRules.ChangedSince, batch.Length);
            }
            db.ChangeTracker.Clear();
        }
        await transaction.CommitAsync(cancel);
    }

    private static void Revert(EntityEntry entry, AuditEntry change, bool wasAdded)
    {
        if (wasAdded)
        {
            entry.State = EntityState.Deleted;
            return;
        }
        foreach (var (name, values) in JsonSerializer.Deserialize<Dictionary<string, string?[]>>(change.Changes)!)
            if (entry.Metadata.FindProperty(name) is { IsConcurrencyToken: false } property)
                entry.Property(name).CurrentValue = Parse(values[0], property.ClrType);
    }

    private static async Task<Dictionary<string, EntityEntry>> LoadBatch<TEntity>(DbContext db, Guid[] ids, CancellationToken cancel) where TEntity : Entity =>
        (await db.Set<TEntity>().Where(e => ids.Contains(e.Id)).ToListAsync(cancel)).ToDictionary(e => e.Id.ToString(), e => (EntityEntry)db.Entry(e));

    /// <summary>The reverse of how the audit trail writes values.</summary>
    private static object? Parse(string? text, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return text is null ? null
            : plain.IsEnum ? Enum.Parse(plain, text)
            : plain == typeof(Guid) ? Guid.Parse(text)
            : plain == typeof(DateOnly) ? DateOnly.Parse(text, CultureInfo.InvariantCulture)
            : plain == typeof(DateTime) ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
            : Convert.ChangeType(text, plain, CultureInfo.InvariantCulture);
    }
}
