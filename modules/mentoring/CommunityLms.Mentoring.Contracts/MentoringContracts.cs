namespace CommunityLms.Mentoring.Contracts;

/// <summary>What other modules name in DependsOn to say that they need the mentoring module.</summary>
public sealed class MentoringContracts;
