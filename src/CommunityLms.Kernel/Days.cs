namespace CommunityLms.Kernel;

/// <summary>Days as people count them.</summary>
public static class Days
{
    /// <summary>Today in the clock's local zone, which the host sets to the installation's.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
}
