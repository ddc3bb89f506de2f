using CommunityLms.Workflows.Engine.Feel.Temporal;

namespace CommunityLms.Workflows.Engine.Feel.Values;

/// <summary>A day of the Gregorian calendar, years -999,999,999 to 999,999,999 (DMN 1.5, 10.3.2.3.5).</summary>
public sealed class FeelDate : FeelValue
{
    private FeelDate(int year, int month, int day) => (Year, Month, Day, DayNumber) = (year, month, day, Calendar.DayNumber(year, month, day));

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    public override FeelKind Kind => FeelKind.Date;

    /// <summary>Days since 1970-01-01.</summary>
    internal long DayNumber { get; }

    /// <summary>Null where the calendar has no such day.</summary>
    public static FeelDate? Of(int year, int month, int day) => Calendar.IsDate(year, month, day) ? new(year, month, day) : null;

    /// <summary>Null beyond the years of the standard.</summary>
    internal static FeelDate? OfDayNumber(decimal dayNumber)
    {
        // Generous bounds keep the conversion exact; the year decides.
        if (Math.Abs(dayNumber) > 400_000_000_000m)
            return null;
        var (year, month, day) = Calendar.DateOf((long)dayNumber);
        return Math.Abs(year) > Calendar.LastYear ? null : Of((int)year, month, day);
    }
}

/// <summary>A time of day, of a place unsaid or of a zone (DMN 1.5, 10.3.2.3.4).</summary>
public sealed class FeelTime : FeelValue
{
    internal FeelTime(decimal secondOfDay, FeelZone? zone) => (SecondOfDay, Zone) = (secondOfDay, zone);

    /// <summary>Seconds since midnight with their fraction, at least 0 and less than 86,400.</summary>
    public decimal SecondOfDay { get; }

    /// <summary>Null for a local time.</summary>
    public FeelZone? Zone { get; }

    public override FeelKind Kind => FeelKind.Time;

    internal decimal UtcSeconds => SecondOfDay - (Zone?.OffsetAt(localSeconds: null) ?? 0);

    /// <summary>The time that many seconds after midnight, round the clock.</summary>
    internal static FeelTime OfSeconds(decimal seconds, FeelZone? zone) =>
        new(seconds - (decimal.Floor(seconds / Calendar.SecondsPerDay) * Calendar.SecondsPerDay), zone);
}

/// <summary>A day and a time of it (DMN 1.5, 10.3.2.3.6).</summary>
public sealed class FeelDateTime : FeelValue
{
    internal FeelDateTime(FeelDate date, FeelTime time) => (Date, Time) = (date, time);

    public FeelDate Date { get; }

    public FeelTime Time { get; }

    /// <summary>Null for a local date and time.</summary>
    public FeelZone? Zone => Time.Zone;

    public override FeelKind Kind => FeelKind.DateAndTime;

    internal decimal LocalSeconds => ((decimal)Date.DayNumber * Calendar.SecondsPerDay) + Time.SecondOfDay;

    /// <summary>Seconds since 1970-01-01T00:00:00Z; without a zone, since that local time.</summary>
    internal decimal UtcSeconds => LocalSeconds - Offset;

    internal int Offset => Zone?.OffsetAt(LocalSeconds) ?? 0;

    internal static FeelDateTime OfMoment(DateTimeOffset moment) =>
        new(FeelDate.Of(moment.Year, moment.Month, moment.Day)!, new FeelTime((decimal)moment.TimeOfDay.Ticks / TimeSpan.TicksPerSecond, FeelZone.OfOffset((int)moment.Offset.TotalSeconds)));

    /// <summary>A date stands for midnight of UTC where a date and time is wanted (DMN 1.5, 10.3.2.9.4).</summary>
    internal static FeelDateTime OfDate(FeelDate date) => new(date, new FeelTime(0, FeelZone.Utc));

    /// <summary>Null beyond the years of the standard.</summary>
    internal static FeelDateTime? OfLocalSeconds(decimal seconds, FeelZone? zone)
    {
        var day = decimal.Floor(seconds / Calendar.SecondsPerDay);
        return FeelDate.OfDayNumber(day) is { } date ? new(date, new FeelTime(seconds - (day * Calendar.SecondsPerDay), zone)) : null;
    }

    internal static FeelDateTime? OfUtcSeconds(decimal seconds, FeelZone? zone) => OfLocalSeconds(seconds + (zone?.OffsetAtUtc(seconds) ?? 0), zone);
}

/// <summary>A days and time duration (DMN 1.5, 10.3.2.3.7).</summary>
public sealed class FeelDaysDuration : FeelValue
{
    private const decimal Longest = 1_000_000_000_000_000_000m;
    private const int Digits = 15;

    internal FeelDaysDuration(decimal seconds) => Seconds = seconds;

    public decimal Seconds { get; }

    public override FeelKind Kind => FeelKind.DaysDuration;

    /// <summary>To a millionth of a billionth of a second; null beyond thirty times the years of the calendar.</summary>
    internal static FeelDaysDuration? OfSeconds(decimal seconds) => Math.Abs(seconds) > Longest ? null : new(decimal.Round(seconds, Digits));
}

/// <summary>A years and months duration (DMN 1.5, 10.3.2.3.8).</summary>
public sealed class FeelMonthsDuration : FeelValue
{
    private const decimal Longest = 1_000_000_000_000_000m;

    internal FeelMonthsDuration(long months) => Months = months;

    public long Months { get; }

    public override FeelKind Kind => FeelKind.MonthsDuration;

    /// <summary>Whole months, what is left of one dropped; null far beyond the years of the calendar.</summary>
    internal static FeelMonthsDuration? OfMonths(decimal months) => Math.Abs(months) > Longest ? null : new((long)months);
}
