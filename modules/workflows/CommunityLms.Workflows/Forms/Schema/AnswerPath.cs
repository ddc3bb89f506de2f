using System.Text.Json.Nodes;

namespace CommunityLms.Workflows.Forms.Schema;

/// <summary>Where an answer lies: a name, or names with points between them.</summary>
internal readonly record struct AnswerPath(string Text)
{
    private const int Longest = 120;

    public static AnswerPath Empty { get; } = new("");

    public bool IsEmpty => Text.Length == 0;

    public static bool IsPath(string text) => text.Length is > 0 and <= Longest && Array.TrueForAll(text.Split('.'), IsName);

    /// <summary>Names begin with a letter and go on with letters, digits and underscores.</summary>
    public static bool IsName(string part) => part.Length is > 0 and <= Longest && (char.IsLetter(part[0]) || part[0] == '_') && part.All(c => char.IsLetterOrDigit(c) || c == '_');

    public JsonNode? Get(JsonObject? from)
    {
        JsonNode? found = from;
        foreach (var part in Parts)
            found = (found as JsonObject)?[part];
        return found;
    }

    public void Set(JsonObject into, JsonNode? value)
    {
        var parts = Parts;
        for (var i = 0; i < parts.Length - 1; i++)
            into = Inside(into, parts[i]);
        into[parts[^1]] = value?.DeepClone();
    }

    /// <summary>The object there, made where there is none.</summary>
    public JsonObject Within(JsonObject into) => Parts.Aggregate(into, Inside);

    private string[] Parts => IsEmpty ? [] : Text.Split('.');

    private static JsonObject Inside(JsonObject into, string part)
    {
        if (into[part] is not JsonObject inner)
            into[part] = inner = [];
        return inner;
    }
}
