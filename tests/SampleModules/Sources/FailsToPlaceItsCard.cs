using CommunityLms.Kernel.Web.Dashboard;

public sealed class FailsToPlaceItsCardModule : LmsModule;

public sealed class Unplaced : IDashboardWidget
{
    public string Title => "Unplaced";

    public string? Permission => null;

    public int Order => throw new InvalidOperationException("no connection");

    public string Partial => "_Unplaced";

    public Task<object?> Load(CancellationToken cancel) => Task.FromResult<object?>(null);
}
