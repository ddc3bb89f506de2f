using System.Diagnostics.CodeAnalysis;
using CommunityLms.Kernel.Events;

namespace CommunityLms.Kernel.Domain;

/// <summary>A record with a key of its own.</summary>
public abstract class Entity
{
    /// <summary>A version 7 UUID (RFC 9562), so that keys are in order of creation.</summary>
    public Guid Id { get; protected init; } = Guid.CreateVersion7();
}

/// <summary>
/// The unit of change: rules live in it, it is loaded and saved whole, and two people who change it at once are told.
/// </summary>
public abstract class Aggregate : Entity, IMultiTenant, IHasConcurrencyStamp
{
    private readonly List<IIntegrationEvent> _events = [];

    public Guid TenantId { get; private set; }

    public Guid ConcurrencyStamp { get; private set; }

    /// <summary>What other modules are to learn; goes to the outbox in the same transaction as the change.</summary>
    public IReadOnlyList<IIntegrationEvent> Events => _events;

    /// <summary>Called by the outbox once it has taken the events over.</summary>
    public void ForgetEvents() => _events.Clear();

    protected void Raise(IIntegrationEvent happened) => _events.Add(happened);

    /// <exception cref="RuleBroken">The condition doesn't hold.</exception>
    protected static void Ensure([DoesNotReturnIf(false)] bool condition, Rule rule, params object?[] args)
    {
        if (!condition)
            throw new RuleBroken(rule, args);
    }
}

/// <summary>Belongs to one institute; nobody else's query ever returns it.</summary>
public interface IMultiTenant
{
    /// <summary>The institute. Set by the save, never by hand.</summary>
    Guid TenantId { get; }
}

/// <summary>Two people who change it at once are told; the stamp changes with every save.</summary>
public interface IHasConcurrencyStamp
{
    Guid ConcurrencyStamp { get; }
}

/// <summary>A delete only hides it, so that it can be brought back.</summary>
public interface ISoftDelete
{
    bool IsDeleted { get; }
}
