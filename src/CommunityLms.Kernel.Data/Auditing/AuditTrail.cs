using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CommunityLms.Kernel.Data.Auditing;

/// <summary>Writes the audit trail of a save.</summary>
internal sealed class AuditTrail(ICurrentTenant tenant, ICurrentUser user, ChangeSets changeSets, TimeProvider clock) : IScopedDependency
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    public void Record(DbContext context, IEnumerable<EntityEntry> entries)
    {
        foreach (var entry in entries.Where(e => Audited.Writes(e.Metadata) && e.State != EntityState.Detached))
            if (Describe(entry) is { } described)
                context.Add(described);
    }

    private AuditEntry? Describe(EntityEntry entry)
    {
        var action = entry.State switch { EntityState.Added => AuditAction.Added, EntityState.Deleted => AuditAction.Deleted, _ => AuditAction.Changed };
        var changes = entry.Properties
            .Where(p => Audited.Writes(p.Metadata))
            .Select(p => (p.Metadata.Name, Before: action == AuditAction.Added ? null : p.OriginalValue, After: action == AuditAction.Deleted ? null : p.CurrentValue))
            .Where(p => !Equals(p.Before, p.After))
            .ToDictionary(p => p.Name, p => new[] { Text(p.Before), Text(p.After) });
        if (changes.Count == 0)
            return null;
        return new()
        {
            TenantId = entry.Entity is IMultiTenant owned ? owned.TenantId : tenant.Id,
            At = clock.GetUtcNow().UtcDateTime,
            AccountId = user.Actor?.AccountId,
            Who = user.Actor?.Name ?? "System",
            EntityType = entry.Metadata.ClrType.Name,
            EntityId = string.Join(',', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Text(entry.Property(p.Name).CurrentValue))),
            Action = action,
            Changes = JsonSerializer.Serialize(changes, Json),
            ChangeSetId = changeSets.Current,
            TraceId = Activity.Current?.TraceId.ToString(),
        };
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        byte[] => "…",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}

/// <summary>Binds the changes of an import, or of another piece of work, into one set that can be shown and undone as a whole.</summary>
public sealed class ChangeSets : ISingletonDependency
{
    private readonly Ambient<Guid?> _current = new();

    public Guid? Current => _current.Value;

    public IDisposable Begin(Guid changeSetId) => _current.Change(changeSetId);
}
