namespace CommunityLms.Workflows.Contracts;

/// <summary>What other modules name in DependsOn to say that they need the workflows module.</summary>
public sealed class WorkflowsContracts;
