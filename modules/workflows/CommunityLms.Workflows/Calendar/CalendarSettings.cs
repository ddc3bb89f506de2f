using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Settings;

namespace CommunityLms.Workflows.Calendar;

/// <summary>The institute's working days, for due dates and reminders.</summary>
internal sealed class CalendarSettings : ISettingDefinitionProvider
{
    private static readonly Rule NoDays = new("“{0}” takes days, for example 2026-10-01, 2026-10-02.");

    public static readonly Setting<string> DaysOff = new("Workflows.DaysOff", "Days off", "", SettingLevels.Host | SettingLevels.Institute)
    {
        Help = "Public holidays and days off from Monday to Friday, for example 2026-10-01, 2026-10-02.",
        Check = (text => WorkingCalendar.Read(text) is not null, NoDays),
    };

    public static readonly Setting<string> WorkingWeekends = new("Workflows.WorkingWeekends", "Working weekends", "", SettingLevels.Host | SettingLevels.Institute)
    {
        Help = "Saturdays and Sundays on which people work, for example 2026-10-10.",
        Check = (text => WorkingCalendar.Read(text) is not null, NoDays),
    };

    public IEnumerable<Setting> Define() => [DaysOff, WorkingWeekends];
}
