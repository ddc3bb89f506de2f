using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Settings;

namespace CommunityLms.Kernel.Web;

/// <summary>How the shell looks and speaks; the person's choice wins over the institute's.</summary>
public sealed class ShellSettings : ISettingDefinitionProvider
{
    private static readonly Rule UnknownZone = new("“{0}” needs the name of a time zone, for example Asia/Shanghai.");

    /// <summary>Empty follows the browser.</summary>
    public static readonly Setting<string> Language = new("Shell.Language", "Language", "", SettingLevels.Person | SettingLevels.Institute)
    {
        Choices = new Dictionary<string, string>(Languages.Names) { [""] = "As the browser asks" },
    };

    public static readonly Setting<string> Theme = new("Shell.Theme", "Light or dark", "auto", SettingLevels.Person)
    {
        Choices = new Dictionary<string, string> { ["auto"] = "As the device", ["light"] = "Light", ["dark"] = "Dark" },
    };

    public static readonly Setting<string> Density = new("Shell.Density", "Density", "comfortable", SettingLevels.Person)
    {
        Choices = new Dictionary<string, string> { ["comfortable"] = "Comfortable", ["compact"] = "Compact, for long tables" },
    };

    /// <summary>The columns a person chose, list by list, as JSON; see Lists/ListColumns.</summary>
    internal static readonly Setting<string> ListColumns = new("Shell.ListColumns", "Columns of lists", "{}", SettingLevels.Person);

    public static readonly Setting<string> TimeZone = new("Shell.TimeZone", "Time zone", "Asia/Shanghai", SettingLevels.Host | SettingLevels.Institute)
    {
        Help = "Times are shown in this zone, for example Asia/Shanghai.",
        Check = (zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), UnknownZone),
    };

    public IEnumerable<Setting> Define() => [Language, Theme, Density, ListColumns, TimeZone];
}
