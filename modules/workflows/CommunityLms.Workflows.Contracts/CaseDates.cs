using System.Globalization;
using System.Text.Json.Nodes;

namespace CommunityLms.Workflows.Contracts;

/// <summary>Days among the variables of a case, as FEEL writes them in JSON: <c>{"@": "2026-09-01"}</c>.</summary>
public static class CaseDates
{
    public static JsonObject Write(DateOnly day) => new() { ["@"] = day.ToString("O", CultureInfo.InvariantCulture) };

    /// <summary>The day a variable holds, written so or as plain text.</summary>
    /// <returns>Null where it is no day.</returns>
    public static DateOnly? Read(JsonNode? value) =>
        DateOnly.TryParseExact((value is JsonObject literal ? literal["@"] : value)?.ToString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
