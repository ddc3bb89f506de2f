using Microsoft.Extensions.Configuration;

namespace CommunityLms.Kernel.Data.Mailing;

/// <summary>How patiently mail is sent: section "Mail" of the configuration. Where it is sent to is in the settings.</summary>
internal sealed record MailOptions
{
    private const int Growth = 3;

    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The pause after the first failure; each later one is three times as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMinutes(1);

    public int MaxAttempts { get; init; } = 6;

    /// <summary>How long one mail may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    public static MailOptions From(IConfiguration configuration) => configuration.GetSection("Mail").Get<MailOptions>() ?? new();

    public TimeSpan PauseAfter(int attempts) => FirstPause * Math.Pow(Growth, attempts - 1);
}
