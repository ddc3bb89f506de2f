using System.Security;
using CommunityLms.Kernel.Modularity;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Workflows.Definitions;

/// <param name="Title">What it is (English, the key of its translations).</param>
internal sealed record Template(string Name, string Title);

/// <summary>Drawings to begin with (Templates/*.bpmn), their words in the drawer's language.</summary>
internal sealed class Templates(IStringLocalizer<WorkflowsModule> texts) : ISingletonDependency
{
    public const string Blank = "blank";

    public IReadOnlyList<Template> All { get; } = [new(Blank, "An empty drawing"), new("approval", "Somebody asks, somebody decides")];

    /// <returns>A BPMN file.</returns>
    public string Xml(string template, string key, string name)
    {
        using var file = new StreamReader(typeof(Templates).Assembly.GetManifestResourceStream($"Templates/{All.First(t => t.Name == template).Name}.bpmn")!);
        (string Place, string Text)[] words = [("key", key), ("name", name), ("asked", texts["Ask for it"]), ("decide", texts["Decide about it"]), ("agreed", texts["Agreed?"]), ("done", texts["Agreed"]), ("refused", texts["Refused"])];
        return words.Aggregate(file.ReadToEnd(), (xml, word) => xml.Replace($"{{{word.Place}}}", SecurityElement.Escape(word.Text), StringComparison.Ordinal));
    }
}
