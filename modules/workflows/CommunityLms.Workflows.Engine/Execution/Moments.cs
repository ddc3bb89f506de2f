using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>When something is due.</summary>
internal static class Moments
{
    public const int FarthestYears = 100;
    private const decimal LargestSeconds = 60_000_000_000m;

    /// <summary>A date is its midnight in UTC; null for what is no moment, or lies beyond the calendar.</summary>
    public static DateTimeOffset? Of(FeelValue value)
    {
        var moment = value as FeelDateTime ?? (value is FeelDate date ? FeelDateTime.OfDate(date) : null);
        return moment is { UtcSeconds: > -LargestSeconds and < LargestSeconds } ? DateTimeOffset.UnixEpoch.AddSeconds((double)moment.UtcSeconds) : null;
    }

    /// <summary>A moment and a length of time after it; null for what is no length, or leads beyond the calendar.</summary>
    public static DateTimeOffset? Later(DateTimeOffset from, FeelValue length)
    {
        try
        {
            return length switch
            {
                FeelDaysDuration { Seconds: >= 0 and var seconds } => from.AddSeconds((double)seconds),
                FeelMonthsDuration { Months: >= 0 and <= 12 * FarthestYears and var months } => from.AddMonths((int)months),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
