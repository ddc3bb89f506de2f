using System.Diagnostics.CodeAnalysis;

namespace CommunityLms.Workflows.Data;

internal static class Texts
{
    /// <summary>As much of a text as a column takes.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int length = Lengths.Text) => text is null || text.Length <= length ? text : text[..(length - 1)] + "…";
}
