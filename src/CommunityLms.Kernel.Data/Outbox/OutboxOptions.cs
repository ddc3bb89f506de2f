using Microsoft.Extensions.Configuration;

namespace CommunityLms.Kernel.Data.Outbox;

/// <summary>How patiently events are delivered: section "Outbox" of the configuration.</summary>
internal sealed record OutboxOptions
{
    private const int Growth = 3;

    /// <summary>How often a node looks for events that it wasn't woken for.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The pause after the first failure; each later one is three times as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>After so many tries an event is a dead letter.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>After this time an event that a node took and didn't settle is anybody's again.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    public static OutboxOptions From(IConfiguration configuration) => configuration.GetSection("Outbox").Get<OutboxOptions>() ?? new();

    public TimeSpan PauseAfter(int attempts) => FirstPause * Math.Pow(Growth, attempts - 1);
}
