using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace CommunityLms.Kernel.Data.Files;

/// <summary>Tells a file's kind from its content; the name and what the browser says are never believed.</summary>
internal static class FileKind
{
    private const int Looked = 4096;

    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, ' ').Except(['\t', '\n', '\f', '\r']).Select(c => (byte)c)]);

    private static readonly (byte[] Magic, int At, string Type)[] Known =
    [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, "image/png"),
        ([0xFF, 0xD8, 0xFF], 0, "image/jpeg"),
        ("WEBP"u8.ToArray(), 8, "image/webp"),
        ("%PDF-"u8.ToArray(), 0, "application/pdf"),
    ];

    /// <returns>A content type; application/octet-stream for what nobody knows.</returns>
    public static string Of(Stream content)
    {
        var head = new byte[Looked];
        var read = content.ReadAtLeast(head, Looked, throwOnEndOfStream: false);
        content.Position = 0;
        var start = head.AsSpan(0, read);
        foreach (var (magic, at, type) in Known)
            if (read >= at + magic.Length && start.Slice(at, magic.Length).SequenceEqual(magic))
                return type;
        if (start.StartsWith("PK\x03\x04"u8))
            return OfZip(content);
        return IsText(start) ? "text/csv" : "application/octet-stream";
    }

    private static string OfZip(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry("xl/workbook.xml") is not null ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : zip.GetEntry("word/document.xml") is not null ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                : zip.GetEntry("ppt/presentation.xml") is not null ? "application/vnd.openxmlformats-officedocument.presentationml.presentation"
                : "application/zip";
        }
        catch (InvalidDataException)
        {
            return "application/octet-stream";
        }
        finally
        {
            content.Position = 0;
        }
    }

    /// <summary>An 8-bit text has no control characters but tabs and line ends; UTF-16 is known by its mark. Markup and scripts are not tables.</summary>
    private static bool IsText(ReadOnlySpan<byte> start) =>
        start.StartsWith<byte>([0xFF, 0xFE]) || start.StartsWith<byte>([0xFE, 0xFF])
        || (!start.ContainsAny(Controls) && !Encoding.Latin1.GetString(start).TrimStart('ï', '»', '¿', ' ', '\r', '\n').StartsWith('<') && !start.StartsWith("#!"u8) && !start.StartsWith("MZ"u8));
}
