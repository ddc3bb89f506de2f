using CommunityLms.Workflows.Engine.Feel.Temporal;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>Temporal functions, now and today (DMN 1.5, 10.3.4.8, table 79, and 10.3.4.11).</summary>
internal static class TemporalFunctions
{
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static IEnumerable<Builtin> All { get; } =
    [
        OnDate("day of year", date => FeelValue.Of(date.DayNumber - Calendar.DayNumber(date.Year, 1, 1) + 1)),
        OnDate("day of week", date => FeelValue.Of(Weekdays[Calendar.Weekday(date.DayNumber) - 1])),
        OnDate("month of year", date => FeelValue.Of(Months[date.Month - 1])),
        OnDate("week of year", date => FeelValue.Of(Calendar.WeekOfYear(date.DayNumber))),
        new("now", new Signature("", c => FeelValue.Of(c.Run.Environment.Now))),
        new("today", new Signature("", c => FeelDateTime.OfMoment(c.Run.Environment.Now).Date)),
    ];

    private static Builtin OnDate(string name, Func<FeelDate, FeelValue> result) =>
        new(name, new Signature("date: day", c => result(c[0] is FeelDateTime moment ? moment.Date : (FeelDate)c[0])));
}
