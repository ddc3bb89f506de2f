using System.Text.Json;
using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Forms.Schema;

/// <param name="Form">Null where the text is no form at all.</param>
/// <param name="Problems">What can't be carried out, question by question.</param>
internal sealed record ReadForm(Form? Form, IReadOnlyList<Problem> Problems);

/// <summary>Reads the JSON that the form-js editor writes (docs/forms.md says what of it is carried out). Bounded in size, depth and number.</summary>
internal static class FormReader
{
    /// <summary>A larger form is refused.</summary>
    public const int MostLetters = 200_000;

    /// <summary>The newest shape of the editor's JSON that is known, that of form-js 1.23.</summary>
    private const int SchemaVersion = 19;

    private const int MostElements = 300;
    private const int MostDepth = 6;
    private static readonly JsonDocumentOptions s_json = new() { MaxDepth = 40 };

    /// <param name="name">What problems call the form.</param>
    public static ReadForm Read(string schema, string name)
    {
        if (schema.Length > MostLetters)
            return Refuse("The form {0} is too large: it may have up to {1} letters.", name, $"{MostLetters}");
        try
        {
            using var json = JsonDocument.Parse(schema, s_json);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("components", out var components) || components.ValueKind != JsonValueKind.Array)
                return Refuse("The form {0} can’t be read: it holds no list of components.", name);
            var reading = new FormReading(name);
            if (root.Number("schemaVersion") > SchemaVersion)
                reading.Warn("", "{0}: it was made by a newer editor, so that something of it may be missing here.");
            return new(new([.. Elements(components, reading, depth: 1)]), reading.Problems);
        }
        catch (JsonException)
        {
            return Refuse("The form {0} can’t be read: it isn’t JSON, or nested too deeply.", name);
        }
    }

    private static ReadForm Refuse(string text, params string[] arguments) => new(null, [new(null, ProblemSeverity.Error, text, arguments)]);

    private static List<FormElement> Elements(JsonElement components, FormReading reading, int depth)
    {
        var elements = new List<FormElement>();
        foreach (var component in components.EnumerateArray())
        {
            if (++reading.Count > MostElements)
            {
                if (reading.Count == MostElements + 1)
                    reading.Error("", "{0}: it has more than {1} parts.", $"{MostElements}");
                break;
            }
            if (component.ValueKind == JsonValueKind.Object && Element(component, reading, depth) is { } element)
                elements.Add(element);
        }
        return elements;
    }

    private static FormElement? Element(JsonElement json, FormReading reading, int depth)
    {
        var (type, id) = (json.Text("type") ?? "", json.Text("id") ?? $"part-{reading.Count}");
        reading.Begin(json.Text("label") is { Length: > 0 } label ? label : json.Text("key") ?? type, id);
        var hide = reading.Expression(json.Inside("conditional").Text("hide"));
        switch (type)
        {
            case "text":
                return new FormWords(id, hide, reading.Words(json.Text("text")));
            case "html":
                return new FormWords(id, hide, reading.Words(HtmlText.Of(json.Text("content") ?? "")));
            case "separator" or "spacer":
                return new FormGap(id, hide, type == "separator");
            case "button":
                return null;
            case "expression":
                return reading.Path(json.Text("key")) is { } computed && reading.Expression(json.Text("expression"), isNeeded: true) is { } expression ? new ComputedValue(id, hide, computed, expression) : null;
            case "group" or "dynamiclist" when depth > MostDepth:
                reading.Error(id, "{0}: groups may stand {1} deep.", $"{MostDepth}");
                return null;
            case "group" or "dynamiclist":
                return Group(json, id, hide, type == "dynamiclist", reading, depth);
            default:
                if (FieldReader.Read(type, json, id, hide, reading) is { } field)
                    return field;
                if (!FieldReader.Knows(type))
                    reading.Error(id, "{0}: parts of the kind “{1}” can’t be used here. Take it out.", type);
                return null;
        }
    }

    private static FormElement? Group(JsonElement json, string id, Engine.Feel.FeelExpression? hide, bool repeats, FormReading reading, int depth)
    {
        var label = reading.Words(json.Text("label"));
        var path = repeats || json.Text("path") is { Length: > 0 } ? reading.Path(json.Text("path")) : AnswerPath.Empty;
        var outer = reading.EnterGroup(path);
        var parts = json.TryGetProperty("components", out var components) && components.ValueKind == JsonValueKind.Array ? Elements(components, reading, depth + 1) : [];
        reading.LeaveGroup(outer);
        return path is not { } lies ? null
            : repeats ? new FormList(id, hide, label, lies, (int)Math.Clamp(json.Number("defaultRepetitions") ?? 1, 0, FormList.MostRows), json.Flag("allowAddRemove") ?? true, parts)
            : new FormGroup(id, hide, label, lies, parts);
    }
}

/// <summary>Parts of JSON that may be missing or of another kind than they should.</summary>
internal static class JsonParts
{
    public static string? Text(this JsonElement json, string name) => json.Part(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    public static bool? Flag(this JsonElement json, string name) => json.Part(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static decimal? Number(this JsonElement json, string name) =>
        json.Text(name) is { } text && decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public static JsonElement Inside(this JsonElement json, string name) => json.Part(name);

    private static JsonElement Part(this JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var part) ? part : default;
}
