using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Temporal;

/// <summary>The properties of dates, times, durations and ranges (DMN 1.5, 10.3.2.15, tables 65 to 67).</summary>
internal static class TemporalProperties
{
    /// <summary>Null, not a FEEL null, where values of this type have no such property.</summary>
    public static FeelValue? Of(FeelValue value, string name) => value switch
    {
        FeelDate date => OfDate(date, name),
        FeelDateTime moment => OfDate(moment.Date, name) ?? OfTime(moment.Time, moment.Offset, name),
        FeelTime time => OfTime(time, time.Zone?.OffsetAt(localSeconds: null) ?? 0, name),
        FeelMonthsDuration duration => OfMonths(duration.Months, name),
        FeelDaysDuration duration => OfDays(duration.Seconds, name),
        FeelRange range => OfRange(range, name),
        _ => null,
    };

    private static FeelValue? OfDate(FeelDate date, string name) => name switch
    {
        "year" => FeelValue.Of(date.Year),
        "month" => FeelValue.Of(date.Month),
        "day" => FeelValue.Of(date.Day),
        "weekday" => FeelValue.Of(Calendar.Weekday(date.DayNumber)),
        _ => null,
    };

    private static FeelValue? OfTime(FeelTime time, int offset, string name) => name switch
    {
        "hour" => FeelValue.Of(decimal.Truncate(time.SecondOfDay / 3600)),
        "minute" => FeelValue.Of(decimal.Truncate(time.SecondOfDay / 60) % 60),
        "second" => FeelValue.Of(time.SecondOfDay % 60),
        "time offset" => time.Zone is null ? FeelValue.Null : new FeelDaysDuration(offset),
        "timezone" => FeelValue.Of(time.Zone?.Id),
        _ => null,
    };

    private static FeelValue? OfMonths(long months, string name) => name switch
    {
        "years" => FeelValue.Of(months / 12),
        "months" => FeelValue.Of(months % 12),
        "days" or "hours" or "minutes" or "seconds" => FeelValue.Null,
        _ => null,
    };

    private static FeelValue? OfDays(decimal seconds, string name) => name switch
    {
        "days" => FeelValue.Of(decimal.Truncate(seconds / Calendar.SecondsPerDay)),
        "hours" => FeelValue.Of(decimal.Truncate(seconds / 3600) % 24),
        "minutes" => FeelValue.Of(decimal.Truncate(seconds / 60) % 60),
        "seconds" => FeelValue.Of(seconds % 60),
        "years" or "months" => FeelValue.Null,
        _ => null,
    };

    private static FeelValue? OfRange(FeelRange range, string name) => name switch
    {
        "start" => range.Start,
        "end" => range.End,
        "start included" => FeelValue.Of(range.StartIncluded),
        "end included" => FeelValue.Of(range.EndIncluded),
        _ => null,
    };
}
