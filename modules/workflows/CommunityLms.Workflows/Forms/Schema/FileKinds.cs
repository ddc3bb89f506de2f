namespace CommunityLms.Workflows.Forms.Schema;

/// <summary>The kinds of file a form can ask for, as an accept attribute names them and as the file store knows them by content.</summary>
internal static class FileKinds
{
    private static readonly Dictionary<string, string> s_types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".csv"] = "text/csv",
    };

    public static IReadOnlyList<string> All { get; } = [.. s_types.Values.Distinct()];

    public static string Words { get; } = string.Join(", ", s_types.Keys);

    /// <summary>What ".pdf", "image/png" or "image/*" stands for; nothing where it isn't known.</summary>
    public static IReadOnlyList<string> Of(string accept) =>
        s_types.TryGetValue(accept, out var type) ? [type]
        : accept.EndsWith("/*", StringComparison.Ordinal) ? [.. All.Where(t => t.StartsWith(accept[..^1], StringComparison.OrdinalIgnoreCase))]
        : [.. All.Where(t => t.Equals(accept, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The endings people know, for example ".docx, .pdf".</summary>
    public static string EndingsOf(IEnumerable<string> contentTypes) => string.Join(", ", contentTypes.SelectMany(t => s_types.Where(s => s.Value == t).Select(s => s.Key)));
}
