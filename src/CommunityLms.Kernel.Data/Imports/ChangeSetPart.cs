using System.Linq.Expressions;
using System.Reflection;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommunityLms.Kernel.Data.Imports;

/// <summary>The records of one context that a set of changes concerns.</summary>
internal sealed class ChangeSetPart
{
    private const int Batch = 500;
    private static readonly MethodInfo Loader = typeof(ChangeSetPart).GetMethod(nameof(LoadRecords), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly MethodInfo Counter = typeof(ChangeSetPart).GetMethod(nameof(CountUses), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private readonly DbContext _db;
    private readonly KernelDbContext _kernel;
    private readonly Guid _changeSetId;
    private readonly List<RecordsOfType> _types;

    public ChangeSetPart(DbContext db, KernelDbContext kernel, Guid changeSetId, IEnumerable<ChangeTrace> traces)
    {
        (_db, _kernel, _changeSetId) = (db, kernel, changeSetId);
        var byType = traces.ToLookup(t => t.EntityType);
        _types = [.. PrincipalsFirst(db.Model.GetEntityTypes().Where(t => typeof(Entity).IsAssignableFrom(t.ClrType) && byType.Contains(t.ClrType.Name)))
            .Select(t => new RecordsOfType(t, byType[t.ClrType.Name]))];
    }

    public int Count => _types.Sum(t => t.Added.Count + t.Changed.Count + t.Deleted.Count);

    /// <summary>The records that taking back would delete, by their class.</summary>
    public IEnumerable<(Type Record, IReadOnlyList<Guid> Ids)> Added => _types.Where(t => t.Added.Count > 0).Select(t => (t.Type.ClrType, t.Added));

    /// <summary>How many records outside the set refer to one that was added by it.</summary>
    public async Task<int> UsedElsewhere(CancellationToken cancel)
    {
        var uses = 0;
        foreach (var type in _types.Where(t => t.Added.Count > 0))
            foreach (var key in type.Type.GetReferencingForeignKeys().Where(k => k.Properties.Count == 1 && typeof(Entity).IsAssignableFrom(k.DeclaringEntityType.ClrType)))
                uses += await (Task<int>)Counter.MakeGenericMethod(key.DeclaringEntityType.ClrType).Invoke(this, [key.Properties[0], type.Added, cancel])!;
        return uses;
    }

    /// <summary>First what was deleted returns, then what was changed lets go of what was added, then that goes, parts before wholes.</summary>
    public async Task TakeBack(Func<int, Task> report, CancellationToken cancel)
    {
        foreach (var type in _types)
            await InBatches(type, type.Deleted, RestoreDeleted, report, cancel);
        foreach (var type in _types)
            await InBatches(type, type.Changed, RestoreChanged, report, cancel);
        foreach (var type in Enumerable.Reverse(_types))
            await InBatches(type, type.Added, Remove, report, cancel);
    }

    private async Task InBatches(RecordsOfType type, IReadOnlyList<Guid> ids, Func<RecordsOfType, Guid[], CancellationToken, Task> step, Func<int, Task> report, CancellationToken cancel)
    {
        foreach (var batch in ids.Chunk(type.RefersToItself ? Math.Max(ids.Count, 1) : Batch))
        {
            await step(type, batch, cancel);
            await _db.SaveChangesAsync(cancel);
            _db.ChangeTracker.Clear();
            await report(batch.Length);
        }
    }

    private async Task Remove(RecordsOfType type, Guid[] ids, CancellationToken cancel)
    {
        foreach (var entry in (await Load(type, ids, cancel)).Values)
            entry.State = EntityState.Deleted;
    }

    private async Task RestoreChanged(RecordsOfType type, Guid[] ids, CancellationToken cancel)
    {
        var records = await Load(type, ids, cancel);
        foreach (var (id, values) in await OldValues(type, ids, cancel))
            if (records.TryGetValue(id, out var entry))
                values.WriteTo(entry);
    }

    private async Task RestoreDeleted(RecordsOfType type, Guid[] ids, CancellationToken cancel)
    {
        var records = await Load(type, ids, cancel);
        foreach (var (id, values) in await OldValues(type, ids, cancel))
            if (!records.ContainsKey(id))
            {
                var entry = _db.Entry(Activator.CreateInstance(type.Type.ClrType, nonPublic: true)!);
                values.WriteTo(entry);
                entry.State = EntityState.Added;
            }
    }

    private async Task<List<(Guid Id, OldValues Values)>> OldValues(RecordsOfType type, Guid[] ids, CancellationToken cancel)
    {
        var (name, texts) = (type.Type.ClrType.Name, ids.Select(id => id.ToString()).ToArray());
        var entries = await _kernel.Audit.AsNoTracking().Where(a => a.ChangeSetId == _changeSetId && a.EntityType == name && texts.Contains(a.EntityId)).ToListAsync(cancel);
        return [.. entries.GroupBy(e => e.EntityId).Select(g => (Guid.Parse(g.Key), Imports.OldValues.Of(g)))];
    }

    private Task<Dictionary<Guid, EntityEntry>> Load(RecordsOfType type, Guid[] ids, CancellationToken cancel) =>
        (Task<Dictionary<Guid, EntityEntry>>)Loader.MakeGenericMethod(type.Type.ClrType).Invoke(this, [ids, cancel])!;

    private async Task<Dictionary<Guid, EntityEntry>> LoadRecords<TEntity>(Guid[] ids, CancellationToken cancel) where TEntity : Entity =>
        // A hidden record was changed by the set as well.
        (await _db.Set<TEntity>().IgnoreQueryFilters([Filters.SoftDelete]).Where(e => ids.Contains(e.Id)).ToListAsync(cancel)).ToDictionary(e => e.Id, e => (EntityEntry)_db.Entry(e));

    private async Task<int> CountUses<TUser>(IProperty key, IReadOnlyList<Guid> added, CancellationToken cancel) where TUser : Entity
    {
        var known = _types.Find(t => t.Type.ClrType == typeof(TUser))?.All ?? new HashSet<Guid>();
        var uses = 0;
        foreach (var batch in added.Chunk(Batch))
            // A hidden record refers as well, and would be torn off.
            uses += (await _db.Set<TUser>().IgnoreQueryFilters([Filters.SoftDelete]).Where(RefersToAny<TUser>(key, batch)).Select(u => u.Id).ToListAsync(cancel)).Count(id => !known.Contains(id));
        return uses;
    }

    private static Expression<Func<TUser, bool>> RefersToAny<TUser>(IProperty key, Guid[] ids)
    {
        var name = key.Name;
        if (!key.IsNullable)
            return user => ids.Contains(EF.Property<Guid>(user!, name));
        var nullable = ids.Select(id => (Guid?)id).ToArray();
        return user => nullable.Contains(EF.Property<Guid?>(user!, name));
    }

    /// <summary>What others refer to stands before them.</summary>
    private static List<IEntityType> PrincipalsFirst(IEnumerable<IEntityType> types)
    {
        var (sorted, wanted, seen) = (new List<IEntityType>(), types.ToHashSet(), new HashSet<IEntityType>());
        foreach (var type in wanted)
            Visit(type);
        return sorted;

        void Visit(IEntityType type)
        {
            if (!seen.Add(type))
                return;
            foreach (var key in type.GetForeignKeys())
                Visit(key.PrincipalEntityType);
            if (wanted.Contains(type))
                sorted.Add(type);
        }
    }
}
