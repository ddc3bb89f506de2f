using Microsoft.Extensions.Configuration;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>How jobs run: section "Jobs" of the configuration.</summary>
internal sealed record JobOptions
{
    private const int Growth = 6;

    /// <summary>Jobs that run at once on one node.</summary>
    public int Concurrency { get; init; } = 4;

    public int MaxTries { get; init; } = 3;

    /// <summary>The pause before the second try; each later one is six times as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often progress is written at most.</summary>
    public TimeSpan ReportEvery { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often a node looks whether a job it runs was cancelled on another one.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often a node looks for jobs that a killed process left behind.</summary>
    public TimeSpan RecoverEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the nodes of a cluster say that they are alive.</summary>
    public TimeSpan CheckInEvery { get; init; } = TimeSpan.FromSeconds(5);

    public static JobOptions From(IConfiguration configuration) => configuration.GetSection("Jobs").Get<JobOptions>() ?? new();

    public TimeSpan PauseAfter(int attempts) => FirstPause * Math.Pow(Growth, attempts - 1);
}
