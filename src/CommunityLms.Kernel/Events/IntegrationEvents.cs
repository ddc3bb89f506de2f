using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Events;

/// <summary>Something that happened and that other modules may want to know; a record in a Contracts assembly.</summary>
public interface IIntegrationEvent;

/// <summary>
/// Reacts to an event of another module. Called at least once; the first save of the handler's own context marks the event as handled in
/// the same transaction, so that what it saves happens once. Save once and last: what comes before the save may come twice, what comes
/// after it may be lost. A failure is tried again with a growing pause, then kept as a dead letter that an administrator sees; the other
/// handlers of the event are not held up by it.
/// </summary>
public interface IIntegrationEventHandler<in TEvent> : ITransientDependency where TEvent : IIntegrationEvent
{
    Task Handle(TEvent happened, CancellationToken cancel);
}

/// <summary>Waits for the events a request has caused, so that people see the result of what they did.</summary>
public interface IOwnEvents
{
    /// <summary>Returns when the events this scope has written are handled, or after a short while.</summary>
    Task Settle(CancellationToken cancel);
}
