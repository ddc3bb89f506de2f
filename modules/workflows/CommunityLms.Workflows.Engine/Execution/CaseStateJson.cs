using System.Buffers;
using System.Text;
using System.Text.Json;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>
/// A case as it is kept: compact JSON with its version in front. A program reads every version up to its own; what a later one adds gets a new version
/// and a branch here, because cases run for years.
/// </summary>
public static class CaseStateJson
{
    private const int Version = 1;

    public static string Write(CaseState state)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteString("status", state.Status.ToString());
            json.WriteNumber("last", state.LastNumber);
            if (state.ErrorCode is { } code)
                json.WriteString("error", code);
            Rows(json, "scopes", state.Scopes, CaseStateParts.Write);
            Rows(json, "nodes", state.Nodes, CaseStateParts.Write);
            Rows(json, "joins", state.Joins, CaseStateParts.Write);
            Rows(json, "waits", state.Subscriptions, CaseStateParts.Write);
            Rows(json, "detours", state.Detours, CaseStateParts.Write);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <exception cref="NotSupportedException">A later program wrote it.</exception>
    /// <exception cref="JsonException">It is no case.</exception>
    public static CaseState Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        if (json.GetProperty("v").GetInt32() is var version and not Version)
            throw new NotSupportedException($"The case was written in version {version}; this program reads version {Version}.");
        return new()
        {
            Status = Enum.Parse<CaseStatus>(json.GetProperty("status").GetString()!),
            LastNumber = json.GetProperty("last").GetInt32(),
            ErrorCode = json.TryGetProperty("error", out var code) ? code.GetString() : null,
            Scopes = Rows(json, "scopes", CaseStateParts.Scope),
            Nodes = Rows(json, "nodes", CaseStateParts.Node),
            Joins = Rows(json, "joins", CaseStateParts.Join),
            Subscriptions = Rows(json, "waits", CaseStateParts.Wait),
            Detours = Rows(json, "detours", CaseStateParts.Way),
        };
    }

    private static void Rows<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> rows, Action<Utf8JsonWriter, T> write)
    {
        if (rows.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var row in rows)
            write(json, row);
        json.WriteEndArray();
    }

    private static T[] Rows<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var rows) ? [.. rows.EnumerateArray().Select(read)] : [];
}
