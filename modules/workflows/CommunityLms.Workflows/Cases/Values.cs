using System.Text.Json.Nodes;
using CommunityLms.Workflows.Engine.Execution;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Cases;

/// <summary>A case's variables as other modules and forms know them: JSON.</summary>
internal static class Values
{
    public static IReadOnlyDictionary<string, FeelValue> None { get; } = new Dictionary<string, FeelValue>(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, FeelValue> Of(JsonObject variables) =>
        variables.ToDictionary(v => v.Key, v => v.Value is null ? FeelValue.Null : FeelJson.Read(v.Value.ToJsonString()), StringComparer.Ordinal);

    public static JsonObject ToJson(IReadOnlyDictionary<string, FeelValue> variables)
    {
        var json = new JsonObject();
        foreach (var (name, value) in variables)
            json[name] = JsonNode.Parse(FeelJson.Write(value));
        return json;
    }

    /// <summary>What a step sees; where it is gone, what the case holds.</summary>
    public static IReadOnlyDictionary<string, FeelValue> SeenAt(this CaseState state, int instance) => state.Node(instance) is { } standing ? state.VariablesOf(standing) : state.Variables;

    public static Guid? Id(this FeelValue? value) => value is FeelString { Value: var text } && Guid.TryParse(text, out var id) ? id : null;
}
