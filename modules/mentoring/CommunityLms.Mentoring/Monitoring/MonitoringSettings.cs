using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Settings;

namespace CommunityLms.Mentoring.Monitoring;

/// <summary>From when monitoring speaks of a contract.</summary>
internal sealed class MonitoringSettings : ISettingDefinitionProvider
{
    private static readonly Rule NotSoMany = new("“{0}” takes a number from 1 to 365.");

    public static readonly Setting<int> SilentWeeks = new("Mentoring.SilentWeeks", "Weeks without a contact until a pair is silent", 4, SettingLevels.Institute)
    {
        Help = "Monitoring lists contracts under way whose log had no new contact for longer than this.",
        Check = (weeks => weeks is > 0 and <= 365, NotSoMany),
    };

    public static readonly Setting<int> AwaitedDays = new("Mentoring.AwaitedDays", "Days a step of a contract may be awaited", 14, SettingLevels.Institute)
    {
        Help = "Monitoring lists a contract as overdue when a decision, signature, seal or review has been awaited for longer.",
        Check = (days => days is > 0 and <= 365, NotSoMany),
    };

    public IEnumerable<Setting> Define() => [SilentWeeks, AwaitedDays];
}
