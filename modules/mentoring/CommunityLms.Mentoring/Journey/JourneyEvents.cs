using CommunityLms.Kernel.Events;

namespace CommunityLms.Mentoring.Journey;

/// <summary>A line came into the log.</summary>
internal sealed record ContactLogged(Guid ContractId) : IIntegrationEvent;
