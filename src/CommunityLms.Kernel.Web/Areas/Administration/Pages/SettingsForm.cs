using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Settings;

namespace CommunityLms.Kernel.Web.Areas.Administration.Pages;

/// <summary>The settings of one level as a form: each with its label, help, value and where the value comes from.</summary>
public sealed class SettingsForm(IServiceProvider services, ISettings settings, Translations translations) : IScopedDependency
{
    public async Task<IReadOnlyList<SettingGroup>> Load(SettingLevels level, CancellationToken cancel)
    {
        var set = await settings.SetAt(level, cancel);
        return [.. services.Contributed((ISettingDefinitionProvider p) => p.Define().Select(s => (Setting: s, Texts: translations.For(p.GetType().Assembly))))
            .DistinctBy(s => s.Setting.Name)
            .Where(s => s.Setting.Levels.HasFlag(level))
            .Select(s => new SettingField(s.Setting, s.Texts[s.Setting.DisplayName], s.Setting.Help is { } help ? s.Texts[help].Value : null,
                s.Setting.IsSecret ? "" : set.GetValueOrDefault(s.Setting.Name, ""), s.Setting.IsSecret || s.Setting.DefaultText.Length == 0 ? null : s.Setting.DefaultText, set.ContainsKey(s.Setting.Name),
                s.Setting.Choices?.ToDictionary(c => c.Key, c => (string)s.Texts[c.Value])))
            .GroupBy(f => f.Setting.Name.Split('.')[0]).Select(g => new SettingGroup(g.Key, [.. g]))];
    }

    /// <summary>Stores what differs; an empty answer takes the value back, a secret left empty stays as it is.</summary>
    /// <returns>What was refused, by the setting's name.</returns>
    public async Task<IReadOnlyDictionary<string, Domain.RuleBroken>> Save(SettingLevels level, IReadOnlyDictionary<string, string?> answers, CancellationToken cancel)
    {
        var refused = new Dictionary<string, Domain.RuleBroken>();
        foreach (var field in (await Load(level, cancel)).SelectMany(g => g.Fields))
        {
            var answer = answers.GetValueOrDefault(field.Setting.Name)?.Trim() ?? "";
            if (answer == field.Value)
                continue;
            try
            {
                await settings.Set(field.Setting, level, answer.Length == 0 ? null : answer, cancel);
            }
            catch (Domain.RuleBroken broken)
            {
                refused[field.Setting.Name] = broken;
            }
        }
        return refused;
    }
}

/// <param name="Name">The module the settings belong to.</param>
public sealed record SettingGroup(string Name, IReadOnlyList<SettingField> Fields);

/// <param name="Default">What holds while nothing is set; null where that isn't to be shown.</param>
/// <param name="IsSet">Whether a value is set at this level.</param>
public sealed record SettingField(Setting Setting, string Label, string? Help, string Value, string? Default, bool IsSet, IReadOnlyDictionary<string, string>? Choices);
