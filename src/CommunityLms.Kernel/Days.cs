namespace CommunityLms.Kernel;

/// <summary>Days as people count them.</summary>
public static class Days
{
    /// <summary>Today in the clock's local zone, which the host sets to the installation's.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>The day on which a moment falls, in the same zone.</summary>
    public static DateOnly DayOf(this TimeProvider clock, DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, clock.LocalTimeZone));
}
