using CommunityLms.Kernel.Navigation;

/// <summary>Nothing is wrong with this one.</summary>
public sealed class HealthyModule : LmsModule;

public sealed class HealthyMenu : IMenuContributor
{
    public IEnumerable<MenuItem> Menu() => [new("Healthy", "/healthy", "heart")];
}
