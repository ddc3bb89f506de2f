using System.Collections.Concurrent;
using System.Reflection;
using CommunityLms.Kernel.Domain;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommunityLms.Kernel.Data.Auditing;

/// <summary>What the audit trail writes down.</summary>
public static class Audited
{
    private static readonly ConcurrentDictionary<MemberInfo, bool> Excluded = new();

    /// <summary>Identity's own secrets and counters, which can't bear our attribute.</summary>
    private static readonly HashSet<string> NeverWritten =
        ["PasswordHash", "SecurityStamp", nameof(IHasConcurrencyStamp.ConcurrencyStamp), "AccessFailedCount", "NormalizedEmail", "NormalizedUserName"];

    /// <summary>Identity's tokens and passkeys are left out: nothing in them is for people to read.</summary>
    public static bool Writes(IReadOnlyTypeBase record) =>
        !IsExcluded(record.ClrType) && record.ClrType.Namespace?.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal) != true;

    public static bool Writes(IReadOnlyProperty property) =>
        !NeverWritten.Contains(property.Name) && (property.PropertyInfo is null || !IsExcluded(property.PropertyInfo));

    private static bool IsExcluded(MemberInfo member) => Excluded.GetOrAdd(member, m => m.IsDefined(typeof(NotAuditedAttribute)));
}
