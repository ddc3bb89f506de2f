using CommunityLms.Kernel.Events;

namespace CommunityLms.Mentoring.Journey;

/// <summary>A line came into the log.</summary>
internal sealed record ContactLogged(Guid ContractId) : IIntegrationEvent;

/// <summary>Something that was entered counts no longer.</summary>
internal sealed record EvidenceVoided(Guid ContractId) : IIntegrationEvent;
