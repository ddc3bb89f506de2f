namespace CommunityLms.Registry.Contracts;

/// <summary>What other modules name in DependsOn to say that they need this one.</summary>
public sealed class RegistryContracts;
