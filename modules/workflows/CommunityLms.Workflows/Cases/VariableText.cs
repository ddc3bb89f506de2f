using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Workflows.Cases;

/// <summary>A variable as an administrator writes it: text, number and yes or no as they are, anything else as JSON.</summary>
internal static class VariableText
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(JsonNode? value) => value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : value?.ToJsonString(s_readable) ?? "";

    /// <summary>What was written, of the kind that stood there before; nothing is null.</summary>
    /// <exception cref="RuleBroken">It is of another kind.</exception>
    public static JsonNode? Read(string name, string? written, JsonNode? before, string field)
    {
        var text = written?.Trim() ?? "";
        return text.Length == 0 ? null : before?.GetValueKind() switch
        {
            JsonValueKind.String => JsonValue.Create(text),
            JsonValueKind.Number => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : throw new RuleBroken(CaseRules.NoNumber with { Field = field }, name),
            JsonValueKind.True or JsonValueKind.False => JsonValue.Create(text == "true"),
            null => Json(text) ?? JsonValue.Create(text),
            var kind => Json(text) is { } json && json.GetValueKind() == kind ? json : throw new RuleBroken(CaseRules.NoJson with { Field = field }, name),
        };
    }

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
