using System.Globalization;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Settings;

/// <summary>Who may set a setting. The nearest wins: person, then institute, then host, then the default.</summary>
[Flags]
public enum SettingLevels { Host = 1, Institute = 2, Person = 4 }

/// <summary>A setting as the settings page shows it.</summary>
/// <param name="Name">Its name in data: Module.Name.</param>
/// <param name="DisplayName">Its label (English, the key of its translations).</param>
/// <param name="Levels">Who may set it.</param>
public abstract record Setting(string Name, string DisplayName, SettingLevels Levels)
{
    /// <summary>What it changes, in plain words.</summary>
    public string? Help { get; init; }

    /// <summary>The values to choose from with their labels; null for free input.</summary>
    public IReadOnlyDictionary<string, string>? Choices { get; init; }

    /// <summary>Its value is never shown, logged or written to the audit trail.</summary>
    public bool IsSecret { get; init; }

    public abstract Type ValueType { get; }

    public abstract string DefaultText { get; }

    /// <summary>Reads the stored text.</summary>
    /// <exception cref="RuleBroken">The text is no value of this setting.</exception>
    public abstract object Parse(string text);
}

/// <summary>A typed setting with its default and its check.</summary>
public sealed record Setting<T>(string Name, string DisplayName, T Default, SettingLevels Levels) : Setting(Name, DisplayName, Levels)
    where T : IParsable<T>, IEquatable<T>
{
    /// <summary>The rule a value must keep; null where any value of the type will do.</summary>
    public (Func<T, bool> Holds, Rule Rule)? Check { get; init; }

    public override Type ValueType => typeof(T);

    public override string DefaultText => Convert.ToString(Default, CultureInfo.InvariantCulture) ?? "";

    public override object Parse(string text) => Read(text);

    public T Read(string text)
    {
        if (!T.TryParse(text, CultureInfo.InvariantCulture, out var value) || Choices?.ContainsKey(text) == false)
            throw new RuleBroken(SettingRules.NotOfItsKind, DisplayName);
        if (Check is { } check && !check.Holds(value))
            throw new RuleBroken(check.Rule, DisplayName);
        return value;
    }
}

/// <summary>Names a module's settings.</summary>
public interface ISettingDefinitionProvider : IContributor
{
    IEnumerable<Setting> Define();
}

/// <summary>Reads and writes settings for the current institute and person.</summary>
public interface ISettings
{
    Task<T> Get<T>(Setting<T> setting, CancellationToken cancel) where T : IParsable<T>, IEquatable<T>;

    /// <summary>The texts set at one level, by name.</summary>
    Task<IReadOnlyDictionary<string, string>> SetAt(SettingLevels level, CancellationToken cancel);

    /// <summary>Stores a value at one level; null takes it back.</summary>
    /// <exception cref="RuleBroken">The text is no value of this setting, or it can't be set at this level.</exception>
    Task Set(Setting setting, SettingLevels level, string? text, CancellationToken cancel);
}

internal static class SettingRules
{
    public static readonly Rule NotOfItsKind = new("“{0}” doesn't take this value. Choose another one.");
}
