using System.Text.Json.Nodes;
using CommunityLms.Workflows.Forms.Schema;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>A part of a form as somebody sees it at one moment: what is hidden isn't among them.</summary>
/// <param name="Name">Of its field on the page, for example <c>answers.guests[0].name</c>.</param>
/// <param name="Label">In words, expressions filled in.</param>
internal abstract record PlacedElement(string Name, string Label);

/// <param name="Text">Markdown.</param>
internal sealed record PlacedWords(string Name, string Text) : PlacedElement(Name, "");

internal sealed record PlacedGap(string Name, bool IsLine) : PlacedElement(Name, "");

/// <summary>A group, or one row of a list.</summary>
/// <param name="Row">From 1; null for a group.</param>
/// <param name="Removable">People may take the row away.</param>
internal sealed record PlacedGroup(string Name, string Label, int? Row, bool Removable, IReadOnlyList<PlacedElement> Parts) : PlacedElement(Name, Label);

internal sealed record PlacedList(string Name, string Label, bool Grows, IReadOnlyList<PlacedGroup> Rows) : PlacedElement(Name, Label);

/// <summary>A question with what stands in it.</summary>
/// <param name="Value">The answer; a text that couldn't be read stays as it was typed.</param>
/// <param name="Scope">What the bounds of the question see.</param>
internal sealed record PlacedField(FormField Field, string Name, string Label, string Help, JsonNode? Value, bool ReadOnly, IReadOnlyList<Choice> Choices, FormScope Scope) : PlacedElement(Name, Label)
{
    public string? Text => Value is JsonValue value ? value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString() : null;

    public string? HelpOrNull => Help.Length > 0 ? Help : null;

    public bool IsYes => Value is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.True;

    /// <summary>The keys of what is chosen.</summary>
    public IReadOnlyList<string> Chosen => Value is JsonArray several ? [.. several.Select(ChoiceKey.Of)] : Value is null ? [] : [ChoiceKey.Of(Value)];

    public IReadOnlyList<KeptFile> Files => KeptFile.All(Value);
}

internal static class ChoiceKey
{
    /// <summary>What the page sends for a choice: a text as it is, anything else as JSON.</summary>
    public static string Of(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var words) ? words : value?.ToJsonString() ?? "";
}

/// <summary>A file as an answer has it.</summary>
internal sealed record KeptFile(Guid Id, string Name)
{
    public JsonObject ToJson() => new() { ["id"] = Id.ToString(), ["name"] = Name };

    public static IReadOnlyList<KeptFile> All(JsonNode? value) => [.. (value is JsonArray several ? several : [value?.DeepClone()]).Select(Of).OfType<KeptFile>()];

    public static KeptFile? First(JsonNode? value) => All(value) is [var first, ..] ? first : null;

    /// <summary>All files anywhere in a value.</summary>
    public static IEnumerable<KeptFile> Within(JsonNode? value) => value switch
    {
        JsonObject pairs when Of(pairs) is { } file => [file],
        JsonObject pairs => pairs.SelectMany(p => Within(p.Value)),
        JsonArray items => items.SelectMany(Within),
        _ => [],
    };

    private static KeptFile? Of(JsonNode? value) =>
        value is JsonObject file && Guid.TryParse(file["id"]?.ToString(), out var id) ? new(id, file["name"]?.ToString() ?? "") : null;
}
