using CommunityLms.Kernel.Navigation;

public sealed class FailsWhenItsMenuIsAskedModule : LmsModule;

public sealed class FailingMenu : IMenuContributor
{
    public IEnumerable<MenuItem> Menu()
    {
        yield return new("Shown by mistake", "/mistake", "alert");
        throw new InvalidOperationException("no connection");
    }
}
