using CommunityLms.Kernel.Navigation;

public sealed class FailsWhenItsMenuIsMadeModule : LmsModule;

public sealed class FailingMenu : IMenuContributor
{
    public FailingMenu() => throw new InvalidOperationException("no connection");

    public IEnumerable<MenuItem> Menu() => [];
}
