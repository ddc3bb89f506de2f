using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>Events as they are kept beside a case, so that it can be replayed. The names of the kinds never change.</summary>
public static class CaseEventJson
{
    private static readonly JsonSerializerOptions s_options = new() { Converters = { new ValueConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Write(CaseEvent happened) => JsonSerializer.Serialize(happened, s_options);

    /// <exception cref="JsonException">It is no event, or one of a later program.</exception>
    public static CaseEvent Read(string text) => JsonSerializer.Deserialize<CaseEvent>(text, s_options) ?? throw new JsonException("It is no event.");

    private sealed class ValueConverter : JsonConverter<FeelValue>
    {
        public override bool HandleNull => true;

        public override FeelValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return FeelJson.Read(document.RootElement);
        }

        public override void Write(Utf8JsonWriter writer, FeelValue value, JsonSerializerOptions options) => FeelJson.Write(writer, value);
    }
}
