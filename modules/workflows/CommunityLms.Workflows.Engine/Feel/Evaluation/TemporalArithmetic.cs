using CommunityLms.Workflows.Engine.Feel.Temporal;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Evaluation;

/// <summary>Dates, times and durations under + - * / (DMN 1.5, 10.3.2.15, tables 57 and 59).</summary>
internal static class TemporalArithmetic
{
    /// <summary>Null where it isn't defined, or leads out of the calendar.</summary>
    public static FeelValue? Apply(string symbol, FeelValue left, FeelValue right) => symbol switch
    {
        "+" => Plus(left, right, 1) ?? (left is FeelDaysDuration or FeelMonthsDuration ? Plus(right, left, 1) : null),
        "-" => Difference(left, right) ?? Plus(left, right, -1),
        "*" => Times(left, right) ?? Times(right, left),
        "/" => Quotient(left, right),
        _ => null,
    };

    private static FeelValue? Plus(FeelValue left, FeelValue right, int sign) => (left, right) switch
    {
        (FeelDaysDuration a, FeelDaysDuration b) => FeelDaysDuration.OfSeconds(a.Seconds + (sign * b.Seconds)),
        (FeelMonthsDuration a, FeelMonthsDuration b) => FeelMonthsDuration.OfMonths(a.Months + (sign * b.Months)),
        (FeelDate date, FeelMonthsDuration months) => AddMonths(date, sign * months.Months),
        (FeelDate date, FeelDaysDuration days) => FeelDate.OfDayNumber(decimal.Floor(date.DayNumber + (sign * days.Seconds / Calendar.SecondsPerDay))),
        (FeelDateTime moment, FeelMonthsDuration months) => AddMonths(moment.Date, sign * months.Months) is { } date ? new FeelDateTime(date, moment.Time) : null,
        (FeelDateTime moment, FeelDaysDuration days) => FeelDateTime.OfUtcSeconds(moment.UtcSeconds + (sign * days.Seconds), moment.Zone),
        (FeelTime time, FeelDaysDuration days) => FeelTime.OfSeconds(time.SecondOfDay + (sign * days.Seconds), time.Zone),
        _ => null,
    };

    /// <summary>
    /// Where the month has no such day, its last day: the standard's formula names a date that doesn't exist, and a deadline
    /// of a month from January 31 must still be one.
    /// </summary>
    private static FeelDate? AddMonths(FeelDate date, long months)
    {
        var total = (date.Year * 12L) + date.Month - 1 + months;
        var year = (long)Math.Floor(total / 12m);
        if (Math.Abs(year) > Calendar.LastYear)
            return null;
        var month = (int)(total - (year * 12)) + 1;
        return FeelDate.Of((int)year, month, Math.Min(date.Day, Calendar.DaysInMonth((int)year, month)));
    }

    /// <summary>Between two of a kind; a date counts as midnight of UTC. Not defined where only one has a zone.</summary>
    private static FeelDaysDuration? Difference(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelDate a, FeelDate b) => new(((decimal)a.DayNumber - b.DayNumber) * Calendar.SecondsPerDay),
        (FeelDateTime a, FeelDateTime b) => a.Zone is null == b.Zone is null ? new(a.UtcSeconds - b.UtcSeconds) : null,
        (FeelTime a, FeelTime b) => a.Zone is null == b.Zone is null ? new(a.UtcSeconds - b.UtcSeconds) : null,
        (FeelDate a, FeelDateTime) => Difference(FeelDateTime.OfDate(a), right),
        (FeelDateTime, FeelDate b) => Difference(left, FeelDateTime.OfDate(b)),
        _ => null,
    };

    private static FeelValue? Times(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelDaysDuration duration, FeelNumber number) => FeelDaysDuration.OfSeconds(duration.Seconds * number.Value),
        (FeelMonthsDuration duration, FeelNumber number) => FeelMonthsDuration.OfMonths(duration.Months * number.Value),
        _ => null,
    };

    private static FeelValue? Quotient(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelDaysDuration duration, FeelNumber number) => FeelDaysDuration.OfSeconds(duration.Seconds / number.Value),
        (FeelMonthsDuration duration, FeelNumber number) => FeelMonthsDuration.OfMonths(duration.Months / number.Value),
        (FeelDaysDuration a, FeelDaysDuration b) => new FeelNumber(a.Seconds / b.Seconds),
        (FeelMonthsDuration a, FeelMonthsDuration b) => new FeelNumber((decimal)a.Months / b.Months),
        _ => null,
    };
}
