using System.Globalization;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Temporal;

/// <summary>Writes dates, times and durations as the strings they are read from, in their shortest form.</summary>
internal static class TemporalPrinter
{
    public static bool IsTemporal(FeelValue value) => value is FeelDate or FeelTime or FeelDateTime or FeelDaysDuration or FeelMonthsDuration;

    /// <summary>Null for a value that isn't temporal.</summary>
    public static string? Text(FeelValue value) => value switch
    {
        FeelDate date => Date(date),
        FeelTime time => Time(time),
        FeelDateTime moment => Date(moment.Date) + "T" + Time(moment.Time),
        FeelDaysDuration duration => Days(duration.Seconds),
        FeelMonthsDuration duration => Months(duration.Months),
        _ => null,
    };

    private static string Date(FeelDate date) =>
        string.Create(CultureInfo.InvariantCulture, $"{(date.Year < 0 ? "-" : "")}{Math.Abs(date.Year):0000}-{date.Month:00}-{date.Day:00}");

    private static string Time(FeelTime time)
    {
        var whole = (int)decimal.Truncate(time.SecondOfDay);
        var fraction = time.SecondOfDay - whole;
        var text = string.Create(CultureInfo.InvariantCulture, $"{whole / 3600:00}:{whole / 60 % 60:00}:{whole % 60:00}");
        return text + (fraction == 0 ? "" : fraction.ToString(".####################", CultureInfo.InvariantCulture)) + time.Zone?.Suffix();
    }

    private static string Months(long months)
    {
        var (years, rest) = Math.DivRem(Math.Abs(months), 12);
        return (months < 0 ? "-P" : "P") + (months == 0 ? "0M" : Part(years, 'Y') + Part(rest, 'M'));
    }

    private static string Days(decimal seconds)
    {
        if (seconds == 0)
            return "PT0S";
        var rest = Math.Abs(seconds);
        var minutes = decimal.Floor(rest / 60);
        var time = Part(decimal.Floor(minutes / 60) % 24, 'H') + Part(minutes % 60, 'M') + Part(rest % 60, 'S');
        return (seconds < 0 ? "-P" : "P") + Part(decimal.Floor(minutes / 1440), 'D') + (time.Length == 0 ? "" : "T" + time);
    }

    private static string Part(decimal number, char unit) =>
        number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number:0.####################}{unit}");
}
