using CommunityLms.Kernel.Web.Dashboard;

public sealed class FailsOnTheHomePageModule : LmsModule;

/// <summary>Its data can't be had.</summary>
public sealed class Timetable : IDashboardWidget
{
    public string Title => "Timetable";

    public string? Permission => null;

    public int Order => 10;

    public string Partial => "_Timetable";

    public Task<object?> Load(CancellationToken cancel) => Task.FromException<object?>(new InvalidOperationException("no connection"));
}

/// <summary>Its data is there, but what would show it isn't.</summary>
public sealed class Weather : IDashboardWidget
{
    public string Title => "Weather";

    public string? Permission => null;

    public int Order => 200;

    public string Partial => "_NoSuchPartial";

    public Task<object?> Load(CancellationToken cancel) => Task.FromResult<object?>("sunny");
}
