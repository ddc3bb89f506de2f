using System.Text.Json;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>The parts of a case in JSON, version 1: arrays where every part is there, objects where most aren't.</summary>
internal static class CaseStateParts
{
    public static void Write(Utf8JsonWriter json, ScopeInstance scope)
    {
        json.WriteStartArray();
        json.WriteNumberValue(scope.Number);
        json.WriteNumberValue(scope.Parent);
        json.WriteNumberValue(scope.Owner);
        json.WriteStartObject();
        foreach (var (name, value) in scope.Variables)
        {
            json.WritePropertyName(name);
            FeelJson.Write(json, value);
        }
        json.WriteEndObject();
        json.WriteEndArray();
    }

    public static ScopeInstance Scope(JsonElement json) =>
        new(json[0].GetInt32(), json[1].GetInt32(), json[2].GetInt32(), json[3].EnumerateObject().ToDictionary(p => p.Name, p => FeelJson.Read(p.Value), StringComparer.Ordinal));

    public static void Write(Utf8JsonWriter json, NodeInstance node)
    {
        json.WriteStartObject();
        json.WriteNumber("n", node.Number);
        json.WriteString("at", node.NodeId);
        json.WriteNumber("in", node.Scope);
        if (node.Parent != 0)
        {
            json.WriteNumber("of", node.Parent);
            json.WriteNumber("index", node.Index);
        }
        if (node.Via is { } via)
            json.WriteString("via", via);
        if (node.Incident is { } incident)
            Write(json, incident);
        if (node.Repetition is { } repetition)
            Write(json, repetition);
        json.WriteEndObject();
    }

    public static NodeInstance Node(JsonElement json) =>
        new(json.GetProperty("n").GetInt32(), json.GetProperty("at").GetString()!, json.GetProperty("in").GetInt32(), Number(json, "of") ?? 0, Number(json, "index") ?? 0)
        {
            Via = json.TryGetProperty("via", out var via) ? via.GetString() : null,
            Incident = json.TryGetProperty("incident", out var incident) ? Incident(incident) : null,
            Repetition = json.TryGetProperty("times", out var repetition) ? Repetition(repetition) : null,
        };

    public static void Write(Utf8JsonWriter json, JoinTokens join)
    {
        json.WriteStartArray();
        json.WriteNumberValue(join.Scope);
        json.WriteStringValue(join.FlowId);
        json.WriteNumberValue(join.Count);
        json.WriteEndArray();
    }

    public static JoinTokens Join(JsonElement json) => new(json[0].GetInt32(), json[1].GetString()!, json[2].GetInt32());

    public static void Write(Utf8JsonWriter json, Subscription wait)
    {
        json.WriteStartObject();
        json.WriteNumber("n", wait.Number);
        json.WriteNumber("for", wait.Instance);
        json.WriteString("at", wait.NodeId);
        if (wait.Due is { } due)
            json.WriteString("due", due);
        if (wait.Every is { } every)
        {
            json.WritePropertyName("every");
            FeelJson.Write(json, every);
        }
        if (wait.Left is { } left)
            json.WriteNumber("left", left);
        json.WriteEndObject();
    }

    public static Subscription Wait(JsonElement json) => new(
        json.GetProperty("n").GetInt32(),
        json.GetProperty("for").GetInt32(),
        json.GetProperty("at").GetString()!,
        json.TryGetProperty("due", out var due) ? due.GetDateTimeOffset() : null,
        json.TryGetProperty("every", out var every) ? FeelJson.Read(every) : null,
        Number(json, "left"));

    public static void Write(Utf8JsonWriter json, Detour way)
    {
        json.WriteStartArray();
        json.WriteNumberValue(way.Scope);
        json.WriteStringValue(way.FromNodeId);
        json.WriteStringValue(way.ToNodeId);
        json.WriteEndArray();
    }

    public static Detour Way(JsonElement json) => new(json[0].GetInt32(), json[1].GetString()!, json[2].GetString()!);

    private static void Write(Utf8JsonWriter json, Incident incident)
    {
        json.WriteStartArray("incident");
        json.WriteStringValue(incident.Stage.ToString());
        json.WriteStringValue(incident.Text);
        foreach (var argument in incident.Arguments)
            json.WriteStringValue(argument);
        json.WriteEndArray();
    }

    private static Incident Incident(JsonElement json) =>
        new(Enum.Parse<IncidentStage>(json[0].GetString()!), json[1].GetString()!, [.. json.EnumerateArray().Skip(2).Select(a => a.GetString()!)]);

    private static void Write(Utf8JsonWriter json, RepetitionState state)
    {
        json.WriteStartArray("times");
        json.WriteNumberValue(state.Total);
        json.WriteNumberValue(state.Started);
        json.WriteNumberValue(state.Completed);
        json.WriteNumberValue(state.Terminated);
        FeelJson.Write(json, FeelValue.Of(state.Results));
        if (state.Items is { } items)
            FeelJson.Write(json, FeelValue.Of(items));
        json.WriteEndArray();
    }

    private static RepetitionState Repetition(JsonElement json) => new(
        json.GetArrayLength() > 5 ? (FeelList)FeelJson.Read(json[5]) : null,
        json[0].GetInt32(),
        json[1].GetInt32(),
        json[2].GetInt32(),
        json[3].GetInt32(),
        (FeelList)FeelJson.Read(json[4]));

    private static int? Number(JsonElement json, string name) => json.TryGetProperty(name, out var number) ? number.GetInt32() : null;
}
