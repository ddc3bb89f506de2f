using System.Globalization;

namespace CommunityLms.Kernel.Localization;

/// <summary>The languages of the interface, each under its own name.</summary>
public static class Languages
{
    public const string English = "en";
    public const string Chinese = "zh-Hans";

    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string> { [English] = "English", [Chinese] = "简体中文" };

    /// <summary>Whether the reader's language writes Chinese names in Chinese.</summary>
    public static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";
}
