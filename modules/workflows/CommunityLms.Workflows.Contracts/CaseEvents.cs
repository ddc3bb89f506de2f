using CommunityLms.Kernel.Events;

namespace CommunityLms.Workflows.Contracts;

/// <summary>A case has come to its end.</summary>
public sealed record CaseEnded(Guid CaseId, string DefinitionKey, string? BusinessKey, CaseOutcome Outcome) : IIntegrationEvent;
