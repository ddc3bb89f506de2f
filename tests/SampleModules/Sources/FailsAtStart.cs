using CommunityLms.Kernel.Navigation;

/// <summary>Registers well and throws when the host starts it; by then its menu entry and its services are there.</summary>
public sealed class FailsAtStartModule : LmsModule
{
    public override Task OnApplicationInitializationAsync(ApplicationInitializationContext context, CancellationToken cancel) =>
        throw new InvalidOperationException("The timetable server doesn't answer.");
}

public sealed class FailsAtStartMenu : IMenuContributor
{
    public IEnumerable<MenuItem> Menu() => [new("Never shown", "/never", "alert")];
}
