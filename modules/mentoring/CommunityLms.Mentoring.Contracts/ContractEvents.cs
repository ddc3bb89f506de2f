using CommunityLms.Kernel.Events;

namespace CommunityLms.Mentoring.Contracts;

/// <summary>A contract is signed and sealed as its workflow asks, and begins.</summary>
public sealed record ContractActivated(Guid ContractId, Guid MentorId, Guid TraineeId, Guid SubjectId, DateOnly From, DateOnly To) : IIntegrationEvent;

/// <param name="Number">From 1.</param>
public sealed record StageOpened(Guid ContractId, int Number) : IIntegrationEvent;

/// <summary>Both sides have reviewed the stage.</summary>
public sealed record StageClosed(Guid ContractId, int Number) : IIntegrationEvent;

/// <summary>Something one side did for the contract was accepted by the other.</summary>
/// <param name="Kind">The required activity it counts for, by its name in the programme.</param>
/// <param name="PersonId">Who did it.</param>
public sealed record EvidenceAccepted(Guid ContractId, Guid EvidenceId, string Kind, Guid PersonId, DateOnly On) : IIntegrationEvent;

/// <summary>What had been accepted was voided: it counts no longer.</summary>
public sealed record EvidenceVoided(Guid ContractId, Guid EvidenceId, string Kind, Guid PersonId, DateOnly On) : IIntegrationEvent;

/// <summary>The contract has come to its end.</summary>
public sealed record ContractEnded(Guid ContractId, Guid MentorId, Guid TraineeId, ContractOutcome Outcome, DateOnly On) : IIntegrationEvent;

public enum ContractOutcome { Completed, Withdrawn }
