using System.Text.Json;
using CommunityLms.Workflows.Engine.Feel.Syntax;
using CommunityLms.Workflows.Engine.Feel.Temporal;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel;

/// <summary>
/// Values as JSON. Null, truth values, numbers, strings, lists and contexts are their JSON selves; a date, time or duration is
/// the text of its at literal, <c>{"@": "2026-01-01"}</c>, a range that of the function range, <c>{"@": "[1..5)"}</c>. A context
/// that happens to look like that gets one more @ in its key. A function is written as null.
/// </summary>
public static class FeelJson
{
    private const char Mark = '@';

    public static void Write(Utf8JsonWriter writer, FeelValue value)
    {
        switch (value)
        {
            case FeelBoolean boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case FeelNumber number:
                writer.WriteNumberValue(number.Value);
                break;
            case FeelString text:
                writer.WriteStringValue(text.Value);
                break;
            case FeelList list:
                writer.WriteStartArray();
                foreach (var item in list)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case FeelContext context:
                WriteContext(writer, context);
                break;
            case FeelNull or FeelFunction:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteStartObject();
                writer.WriteString(Mark.ToString(), TemporalPrinter.Text(value) ?? RangeText.Write((FeelRange)value));
                writer.WriteEndObject();
                break;
        }
    }

    public static string Write(FeelValue value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(writer, value);
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <exception cref="JsonException">A number is beyond what FEEL holds here, or a text under "@" is no date, time, duration or range.</exception>
    public static FeelValue Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => FeelValue.Of(value: true),
        JsonValueKind.False => FeelValue.Of(value: false),
        JsonValueKind.Number => json.TryGetDecimal(out var number) ? FeelValue.Of(number) : throw new JsonException($"The number {json.GetRawText()} is out of range."),
        JsonValueKind.String => FeelValue.Of(json.GetString()),
        JsonValueKind.Array => FeelValue.Of(json.EnumerateArray().Select(Read)),
        JsonValueKind.Object => ReadObject(json),
        _ => FeelValue.Null,
    };

    /// <exception cref="JsonException">The text is no JSON, or none that stands for a value.</exception>
    public static FeelValue Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    private static void WriteContext(Utf8JsonWriter writer, FeelContext context)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in context)
        {
            writer.WritePropertyName(context.Count == 1 && IsMarked(key) ? key + Mark : key);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static FeelValue ReadObject(JsonElement json)
    {
        var entries = new OrderedDictionary<string, FeelValue>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
            entries[property.Name] = property.NameEquals("@") && property.Value.ValueKind == JsonValueKind.String ? FeelValue.Of(property.Value.GetString()) : Read(property.Value);
        if (entries.Count != 1 || !IsMarked(entries.GetAt(0).Key))
            return new FeelContext(entries);
        var (key, value) = entries.GetAt(0);
        if (key.Length > 1)
            return new FeelContext(new OrderedDictionary<string, FeelValue> { { key[1..], value } });
        return value is FeelString text && (TemporalText.Any(text.Value) ?? RangeText.Read(text.Value)) is { } marked
            ? marked
            : throw new JsonException($"{value} is no date, time, duration or range.");
    }

    private static bool IsMarked(string key) => key.Length > 0 && key.All(c => c == Mark);
}
