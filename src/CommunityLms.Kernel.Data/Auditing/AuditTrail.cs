using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
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
    private static readonly ConcurrentDictionary<MemberInfo, bool> Excluded = new();

    /// <summary>Identity's own secrets and counters, which can't bear our attribute.</summary>
    private static readonly HashSet<string> NeverWritten =
        ["PasswordHash", "SecurityStamp", nameof(IHasConcurrencyStamp.ConcurrencyStamp), "AccessFailedCount", "NormalizedEmail", "NormalizedUserName"];

    public void Record(DbContext context, IEnumerable<EntityEntry> entries)
    {
        foreach (var entry in entries.Where(e => !IsExcluded(e.Metadata.ClrType) && !IsIdentitysOwn(e.Metadata.ClrType) && e.State != EntityState.Detached))
            if (Describe(entry) is { } described)
                context.Add(described);
    }

    private AuditEntry? Describe(EntityEntry entry)
    {
        var action = entry.State switch { EntityState.Added => AuditAction.Added, EntityState.Deleted => AuditAction.Deleted, _ => AuditAction.Changed };
        var changes = entry.Properties
            .Where(p => !NeverWritten.Contains(p.Metadata.Name) && (p.Metadata.PropertyInfo is null || !IsExcluded(p.Metadata.PropertyInfo)))
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

    /// <summary>Tokens and passkeys: nothing in them is for people to read.</summary>
    private static bool IsIdentitysOwn(Type type) => type.Namespace?.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal) == true;

    private static bool IsExcluded(MemberInfo member) => Excluded.GetOrAdd(member, m => m.IsDefined(typeof(NotAuditedAttribute)));
}

/// <summary>Binds the changes of an import, or of another piece of work, into one set that can be shown and undone as a whole.</summary>
public sealed class ChangeSets : ISingletonDependency
{
    private readonly Ambient<Guid?> _current = new();

    public Guid? Current => _current.Value;

    public IDisposable Begin(Guid changeSetId) => _current.Change(changeSetId);
}
