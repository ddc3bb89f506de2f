using CommunityLms.Kernel.Data.Auditing;

namespace CommunityLms.Kernel.Data.Outbox;

public enum OutboxState { Waiting, Dead }

/// <summary>An event on its way to its handlers; deleted once all have handled it, kept as a dead letter when one keeps failing.</summary>
[NotAudited]
public sealed class OutboxMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid? TenantId { get; init; }

    /// <summary>The account in whose name the handlers run.</summary>
    public Guid? AccountId { get; init; }

    public required string Who { get; init; }

    public required string EventType { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }

    public DateTime OccurredAt { get; init; }

    public OutboxState State { get; set; }

    public int Attempts { get; set; }

    public DateTime NextAttemptAt { get; set; }

    /// <summary>Who works on it; a lease that runs out, not a lock, so that a killed process holds nothing.</summary>
    public Guid? LeaseHolder { get; set; }

    /// <summary>The last failure, in words.</summary>
    public string? Error { get; set; }
}

/// <summary>A handler has handled a message; saved with what the handler saved, so that it happens once.</summary>
[NotAudited]
public sealed class InboxEntry
{
    public required Guid MessageId { get; init; }

    public required string Handler { get; init; }

    public DateTime HandledAt { get; init; }
}
