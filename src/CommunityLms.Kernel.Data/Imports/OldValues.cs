using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using CommunityLms.Kernel.Data.Auditing;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommunityLms.Kernel.Data.Imports;

/// <summary>What a set of changes did to the records of one type, as a whole: what it added and deleted again is in none of the lists.</summary>
internal sealed class RecordsOfType
{
    public RecordsOfType(IEntityType type, IEnumerable<ChangeTrace> traces)
    {
        Type = type;
        RefersToItself = type.GetForeignKeys().Any(k => k.PrincipalEntityType == type);
        // A record that is there before or after for the wrong reason is looked for and not found; that does no harm.
        var actions = traces.GroupBy(t => t.EntityId).ToLookup(g => (First: g.MinBy(t => t.At)!.Action, Last: g.MaxBy(t => t.At)!.Action), g => Guid.Parse(g.Key));
        Added = [.. actions.Where(a => a.Key.First == AuditAction.Added).SelectMany(a => a)];
        Deleted = [.. actions.Where(a => a.Key.First != AuditAction.Added && a.Key.Last == AuditAction.Deleted).SelectMany(a => a)];
        Changed = [.. actions.Where(a => a.Key.First == AuditAction.Changed && a.Key.Last == AuditAction.Changed).SelectMany(a => a)];
        All = Added.Concat(Deleted).Concat(Changed).ToHashSet();
    }

    public IEntityType Type { get; }

    /// <summary>Then only one save can bring its records into an order that the database accepts.</summary>
    public bool RefersToItself { get; }

    public IReadOnlyList<Guid> Added { get; }

    public IReadOnlyList<Guid> Changed { get; }

    public IReadOnlyList<Guid> Deleted { get; }

    public IReadOnlySet<Guid> All { get; }
}

/// <summary>A record's values before a set of changes, read from the audit trail.</summary>
internal sealed class OldValues
{
    private readonly Dictionary<string, string?> _values = [];

    /// <param name="entries">What the set did to the one record.</param>
    public static OldValues Of(IEnumerable<AuditEntry> entries)
    {
        var old = new OldValues();
        foreach (var entry in entries.OrderBy(e => e.At))
            foreach (var (name, values) in JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes)!)
                old._values.TryAdd(name, values[0]);
        return old;
    }

    /// <summary>Concurrency stamps aren't in the trail: taking back is a change of its own, and gets a new one.</summary>
    public void WriteTo(EntityEntry entry)
    {
        foreach (var (name, text) in _values)
            if (entry.Metadata.FindProperty(name) is { } property)
                entry.Property(name).CurrentValue = Parse(text, property.ClrType);
    }

    /// <summary>The reverse of how the audit trail writes values.</summary>
    private static object? Parse(string? text, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return text is null ? null
            : plain == typeof(DateTime) ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
            : TypeDescriptor.GetConverter(plain).ConvertFromInvariantString(text);
    }
}
