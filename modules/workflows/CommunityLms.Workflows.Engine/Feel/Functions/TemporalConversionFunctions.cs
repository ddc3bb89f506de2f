using CommunityLms.Workflows.Engine.Feel.Temporal;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>Conversion functions to dates, times and durations (DMN 1.5, 10.3.4.1, table 72).</summary>
internal static class TemporalConversionFunctions
{
    public static IEnumerable<Builtin> All { get; } =
    [
        new(
            "date",
            new("from: string", c => TemporalText.Date(c.Text(0)) ?? c.Refuse(0)),
            new("from: day", c => c[0] is FeelDateTime moment ? moment.Date : c[0]),
            new("year: number, month: number, day: number", DateOf)),
        new(
            "date and time",
            new("from: string", c => TemporalText.DateAndTime(c.Text(0)) ?? c.Refuse(0)),
            new("from: moment", c => c[0]),
            new("date: day, time: time", c => new FeelDateTime(c[0] is FeelDateTime moment ? moment.Date : (FeelDate)c[0], (FeelTime)c[1]))),
        new(
            "time",
            new("from: string", c => TemporalText.Time(c.Text(0)) ?? c.Refuse(0)),
            new("from: time", c => c[0]),
            new("from: moment", c => ((FeelDateTime)c[0]).Time),
            new("hour: number, minute: number, second: number, offset?: daysduration", TimeOf)),
        new("duration", new Signature("from: string", c => DurationText.Read(c.Text(0)) ?? c.Refuse(0))),
        new(
            "years and months duration",
            new("from: date, to: date", c => Between(FeelDateTime.OfDate((FeelDate)c[0]), FeelDateTime.OfDate((FeelDate)c[1]))),
            new("from: moment, to: moment", c => Between((FeelDateTime)c[0], (FeelDateTime)c[1]))),
    ];

    private static FeelValue DateOf(FeelCall call) =>
        call.TryWhole(0, out var year) && call.TryWhole(1, out var month) && call.TryWhole(2, out var day) && FeelDate.Of(year, month, day) is { } date
            ? date
            : call.Warn(FeelTexts.DateOutOfRange);

    private static FeelValue TimeOf(FeelCall call)
    {
        if (!call.TryWhole(0, out var hour) || hour is < 0 or > 23)
            return call.Refuse(0);
        if (!call.TryWhole(1, out var minute) || minute is < 0 or > 59)
            return call.Refuse(1);
        var second = call.Number(2);
        if (second is < 0 or >= 60)
            return call.Refuse(2);
        FeelZone? zone = null;
        if (call.Has(3))
        {
            var offset = ((FeelDaysDuration)call[3]).Seconds;
            zone = Math.Abs(offset) <= FeelZone.LargestOffset && decimal.Truncate(offset) == offset ? FeelZone.OfOffset((int)offset) : null;
            if (zone is null)
                return call.Refuse(3);
        }

        return new FeelTime((hour * 3600) + (minute * 60) + second, zone);
    }

    /// <summary>The whole months from one to the other; a month that isn't full doesn't count.</summary>
    private static FeelMonthsDuration Between(FeelDateTime from, FeelDateTime to)
    {
        var months = ((to.Date.Year - (long)from.Date.Year) * 12) + to.Date.Month - from.Date.Month;
        var rest = (to.Date.Day, to.Time.SecondOfDay).CompareTo((from.Date.Day, from.Time.SecondOfDay));
        if (months > 0 && rest < 0)
            months--;
        else if (months < 0 && rest > 0)
            months++;
        return new(months);
    }
}
