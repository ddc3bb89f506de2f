using System.Text.Json;
using CommunityLms.Kernel.Data.Nodes;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CommunityLms.Kernel.Data.Outbox;

/// <summary>Moves the events that aggregates raised into the outbox, and marks the message being handled as done in the inbox.</summary>
internal sealed class OutboxWriter(ICurrentTenant tenant, ICurrentUser user, OutboxSignal signal, TimeProvider clock) : IScopedDependency
{
    private readonly List<Guid> _written = [];
    private bool _pending;

    /// <summary>The messages this scope has written.</summary>
    public IReadOnlyList<Guid> Written => _written;

    /// <summary>The message this scope is handling; its inbox entry goes with the first save.</summary>
    public InboxEntry? Handling { get; set; }

    public void Collect(DbContext context, IReadOnlyList<EntityEntry> entries)
    {
        // The kernel's own saves, such as a setting or a piece of news, are not what the handler is there for.
        if (Handling is { } handling && context is not KernelDbContext)
        {
            context.Add(handling);
            Handling = null;
        }
        foreach (var aggregate in entries.Select(e => e.Entity).OfType<Aggregate>().Where(a => a.Events.Count > 0))
        {
            foreach (var happened in aggregate.Events)
            {
                var message = new OutboxMessage
                {
                    TenantId = tenant.Id,
                    AccountId = user.Actor?.AccountId,
                    Who = user.Actor?.Name ?? "System",
                    EventType = happened.GetType().FullName!,
                    Payload = JsonSerializer.Serialize(happened, happened.GetType()),
                    OccurredAt = clock.GetUtcNow().UtcDateTime,
                    NextAttemptAt = clock.GetUtcNow().UtcDateTime,
                };
                context.Add(message);
                _written.Add(message.Id);
                _pending = true;
            }
            aggregate.ForgetEvents();
        }
    }

    public void Committed()
    {
        if (!_pending)
            return;
        _pending = false;
        signal.WakeAll();
    }
}

/// <summary>Wakes the dispatcher at once after a commit, and those of the other nodes: the one that is free takes the events.</summary>
internal sealed class OutboxSignal(INodes nodes) : SharedSignal(nodes, "Kernel.Outbox"), ISingletonDependency;
