using System.Text.Json;

namespace CommunityLms.Architecture.Tests.Sources;

/// <summary>A project's Chinese, as its file has it; a key written twice is there twice.</summary>
internal sealed record TranslationFile(SourceProject Project, IReadOnlyList<KeyValuePair<string, string>> Entries)
{
    public static TranslationFile Of(SourceProject project)
    {
        var path = Path.Combine(Repository.Root, project.Folder, "Localization", "zh-Hans.json");
        if (!File.Exists(path))
            return new(project, []);
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return new(project, [.. json.RootElement.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetString()!))]);
    }

    public bool Has(string key) => Entries.Any(e => e.Key == key);
}
