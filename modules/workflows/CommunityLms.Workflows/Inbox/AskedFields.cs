using System.Globalization;
using System.Text.Json.Nodes;
using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Inbox;

/// <summary>An answer a step asks for by name, where its drawing names no form.</summary>
internal sealed record AskedField(string Name, bool IsOptional);

/// <summary>Reads the answers to such questions: yes, no and numbers as what they are, anything else as text.</summary>
internal static class AskedFields
{
    public static IReadOnlyList<AskedField> Of(FlowNode node) =>
        [.. TaskProperties.WordsOf(node, TaskProperties.Asks).Select(word => new AskedField(word.TrimEnd('*'), word.EndsWith('*')))];

    public static JsonObject Read(IEnumerable<AskedField> fields, IReadOnlyDictionary<string, string?> entered)
    {
        var answers = new JsonObject();
        foreach (var field in fields)
            if (entered.GetValueOrDefault(field.Name)?.Trim() is { Length: > 0 } text)
                answers[field.Name] = ValueOf(text);
        return answers;
    }

    private static JsonValue ValueOf(string text) => text switch
    {
        "true" or "是" => JsonValue.Create(true),
        "false" or "否" => JsonValue.Create(false),
        _ when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && !(text is ['0', not '.', ..]) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
