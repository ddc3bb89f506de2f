using CommunityLms.Kernel.Navigation;

public sealed class NeedsWhatNobodyRegistersModule : LmsModule;

public interface INobody;

public sealed class LonelyMenu(INobody nobody) : IMenuContributor
{
    public IEnumerable<MenuItem> Menu() => [new($"Never shown {nobody}", "/never", "alert")];
}
