namespace CommunityLms.Kernel.Data.Auditing;

public enum AuditAction { Added, Changed, Deleted }

/// <summary>One change of one record: who, when, before, after. Written with the change, never changed, never deleted.</summary>
[NotAudited]
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The institute; null for the host's own records.</summary>
    public Guid? TenantId { get; init; }

    public DateTime At { get; init; }

    public Guid? AccountId { get; init; }

    /// <summary>The person's name at that time; "System" for the host's own work.</summary>
    public required string Who { get; init; }

    public required string EntityType { get; init; }

    /// <summary>The record's key; several parts are joined by a comma.</summary>
    public required string EntityId { get; init; }

    public AuditAction Action { get; init; }

    /// <summary>JSON: the property's name to a pair [before, after].</summary>
    public required string Changes { get; init; }

    /// <summary>The import or other set of changes this one belongs to, so that the set can be undone.</summary>
    public Guid? ChangeSetId { get; init; }

    /// <summary>The request or job, as in the log.</summary>
    public string? TraceId { get; init; }
}

/// <summary>Kept out of the audit trail: counters, leases and queues (on a class), or secrets (on a property).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class NotAuditedAttribute : Attribute;
