using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Localization;

/// <summary>
/// Translations from the <c>Localization/{culture}.json</c> inside each assembly; the English text is the key, so English needs no file.
/// A text is looked up in the asking assembly, then in the shell's and the kernel's, then in any module's.
/// </summary>
public sealed class Translations : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<(Assembly, string), IReadOnlyDictionary<string, string>> _read = new();
    private readonly ConcurrentDictionary<Assembly, Localizer> _localizers = new();
    private readonly IReadOnlyList<Assembly> _all;

    /// <param name="assemblies">The assemblies of all modules, the most general first.</param>
    public Translations(IEnumerable<Assembly> assemblies) => _all = [typeof(Translations).Assembly, .. assemblies.Distinct()];

    public IStringLocalizer Create(Type resourceSource) => For(resourceSource.Assembly);

    public IStringLocalizer Create(string baseName, string location) => For(Assembly.Load(location));

    /// <summary>The texts as one assembly sees them.</summary>
    public IStringLocalizer For(Assembly assembly) => _localizers.GetOrAdd(assembly, a => new Localizer(this, a));

    private string? Find(string key, Assembly first)
    {
        for (var culture = CultureInfo.CurrentUICulture; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (culture.TwoLetterISOLanguageName == "en")
                return null;
            if (Read(first, culture.Name).TryGetValue(key, out var own))
                return own;
            foreach (var assembly in _all)
                if (Read(assembly, culture.Name).TryGetValue(key, out var shared))
                    return shared;
        }
        return null;
    }

    private IReadOnlyDictionary<string, string> Read(Assembly assembly, string culture) => _read.GetOrAdd((assembly, culture), static key =>
    {
        using var stream = key.Item1.GetManifestResourceStream($"Localization/{key.Item2}.json");
        return stream is null ? new() : JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    });

    private sealed class Localizer(Translations translations, Assembly assembly) : IStringLocalizer
    {
        public LocalizedString this[string name] => translations.Find(name, assembly) is { } found ? new(name, found) : new(name, name, resourceNotFound: true);

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var text = this[name];
                return new(name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments), text.ResourceNotFound);
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
            translations.Read(assembly, CultureInfo.CurrentUICulture.Name).Select(t => new LocalizedString(t.Key, t.Value));
    }
}
