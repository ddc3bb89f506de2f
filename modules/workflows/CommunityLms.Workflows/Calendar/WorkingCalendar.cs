using System.Globalization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Settings;

namespace CommunityLms.Workflows.Calendar;

/// <summary>The institute's working days: Monday to Friday, without its days off and with its working weekends (调休), as its settings say.</summary>
internal sealed class WorkingCalendar(ISettings settings, TimeProvider clock) : IScopedDependency
{
    private const int FarthestDays = 60_000;

    /// <summary>The same time of day in the installation's zone, so many working days later.</summary>
    public async Task<DateTime> After(DateTime from, int workingDays, CancellationToken cancel)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(from, clock.LocalTimeZone);
        var day = await DayAfter(DateOnly.FromDateTime(local), workingDays, cancel);
        var then = day.ToDateTime(TimeOnly.FromDateTime(local));
        // An hour that summer time leaves out is the next one.
        return TimeZoneInfo.ConvertTimeToUtc(clock.LocalTimeZone.IsInvalidTime(then) ? then.AddHours(1) : then, clock.LocalTimeZone);
    }

    /// <summary>The day so many working days later.</summary>
    public async Task<DateOnly> DayAfter(DateOnly from, int workingDays, CancellationToken cancel)
    {
        var off = Days(await settings.Get(CalendarSettings.DaysOff, cancel));
        var on = Days(await settings.Get(CalendarSettings.WorkingWeekends, cancel));
        var day = from;
        for (var (left, looked) = (workingDays, 0); left > 0 && looked < FarthestDays; looked++)
        {
            day = day.AddDays(1);
            if (on.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !off.Contains(day)))
                left--;
        }
        return day;
    }

    /// <summary>The days of a setting; null where one of its words is none.</summary>
    public static IReadOnlySet<DateOnly>? Read(string text)
    {
        var words = text.Split([',', ' ', '，', '、', ';', '；', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var days = words.Select(w => DateOnly.TryParseExact(w, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null).ToList();
        return days.Contains(null) ? null : days.OfType<DateOnly>().ToHashSet();
    }

    private static IReadOnlySet<DateOnly> Days(string text) => Read(text) ?? new HashSet<DateOnly>();
}
