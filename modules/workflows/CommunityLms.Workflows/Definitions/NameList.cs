namespace CommunityLms.Workflows.Definitions;

/// <summary>Several names in one attribute of a drawing, between commas of either script.</summary>
internal static class NameList
{
    public static IReadOnlyList<string> Of(string? attribute) => attribute?.Split([',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
