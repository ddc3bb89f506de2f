using Microsoft.Extensions.Configuration;

namespace CommunityLms.Workflows.Due;

/// <summary>How patiently due work is done: section "Workflows" of the configuration.</summary>
internal sealed record DueOptions
{
    private const int Growth = 4;

    /// <summary>How often a node looks for what it wasn't woken for; a timer may be so late.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The pause after the first failure; each later one is four times as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After so many tries somebody has to look.</summary>
    public int MaxAttempts { get; init; } = 6;

    /// <summary>After this time work that a node took and didn't finish is anybody's again; an activity's time limit is added.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Activities at once on one node.</summary>
    public int ActivitiesAtOnce { get; init; } = 8;

    public static DueOptions From(IConfiguration configuration) => configuration.GetSection("Workflows").Get<DueOptions>() ?? new();

    public TimeSpan PauseAfter(int attempts) => FirstPause * Math.Pow(Growth, Math.Min(attempts, MaxAttempts) - 1);
}
