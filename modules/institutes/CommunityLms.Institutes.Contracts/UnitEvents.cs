using CommunityLms.Kernel.Events;

namespace CommunityLms.Institutes.Contracts;

/// <summary>A unit, with everything below it, stands below another one now.</summary>
public sealed record UnitMoved(Guid UnitId, Guid FromParentId, Guid ToParentId) : IIntegrationEvent;

/// <summary>A unit takes part no longer; its history stays. A unit that was merged raises <see cref="UnitMerged"/> instead.</summary>
public sealed record UnitArchived(Guid UnitId) : IIntegrationEvent;

/// <summary>A unit went into another of its kind and is archived. Its children have raised <see cref="UnitMoved"/>; what happened in it stays its own.</summary>
public sealed record UnitMerged(Guid FromUnitId, Guid IntoUnitId) : IIntegrationEvent;
