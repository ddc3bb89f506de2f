namespace CommunityLms.Institutes.Contracts;

/// <summary>What other modules name in DependsOn to say that they need the institutes module.</summary>
public sealed class InstitutesContracts;
