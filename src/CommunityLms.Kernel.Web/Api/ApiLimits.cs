namespace CommunityLms.Kernel.Web.Api;

/// <summary>How often one account may call the API; section "Api" of the configuration.</summary>
internal sealed class ApiLimits
{
    /// <summary>Calls that may come at once after a rest.</summary>
    public int CallsAtOnce { get; set; } = 200;

    /// <summary>Calls that may go on for ever.</summary>
    public int CallsPerSecond { get; set; } = 10;
}
