using System.IO.Compression;
using System.Xml;

namespace CommunityLms.Kernel.Tabular;

/// <summary>
/// The parts of a workbook, unpacked as a stream with a budget: neither the sizes the archive declares nor its XML are trusted.
/// Read without the Open XML SDK, which refuses a whole workbook for one malformed mail link and keeps parts in memory.
/// Source: ISO/IEC 29500-2 (packages and relationships).
/// </summary>
internal sealed class WorkbookArchive(byte[] bytes, TableLimits limits) : IDisposable
{
    private const int RatioCountsFrom = 1024 * 1024; // small parts may pack well by chance
    private readonly ZipArchive _zip = new(new MemoryStream(bytes, writable: false));
    private readonly int _ratio = limits.CompressionRatio;
    private long _budget = limits.UncompressedBytes;

    /// <summary>A reader on a part, or none if there is no such part.</summary>
    public XmlReader? Open(string part)
    {
        var entry = _zip.Entries.FirstOrDefault(e => string.Equals(e.FullName.Replace('\\', '/'), part, StringComparison.OrdinalIgnoreCase));
        return entry is null ? null : XmlReader.Create(new Budgeted(entry, this), new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
    }

    /// <summary>What a part ("" for the package) refers to inside the archive.</summary>
    public IReadOnlyList<PartLink> Links(string part)
    {
        var folder = part.Contains('/', StringComparison.Ordinal) ? part[..(part.LastIndexOf('/') + 1)] : "";
        using var xml = Open($"{folder}_rels/{part[folder.Length..]}.rels");
        var links = new List<PartLink>();
        while (xml is not null && xml.Read())
            if (xml.IsStartOf("Relationship") && xml.GetAttribute("TargetMode") != "External" && xml.GetAttribute("Target") is { } target)
                links.Add(new(xml.GetAttribute("Id") ?? "", Kind(xml.GetAttribute("Type") ?? ""), Resolve(folder, target)));
        return links;
    }

    public void Dispose() => _zip.Dispose();

    // The last word of the type is the same in transitional and strict workbooks.
    private static string Kind(string type) => type[(type.LastIndexOf('/') + 1)..];

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step != ".")
                steps.Add(step);
        return string.Join('/', steps);
    }

    private sealed class Budgeted(ZipArchiveEntry entry, WorkbookArchive archive) : Stream
    {
        private readonly Stream _unpacked = entry.Open();
        private long _read;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = _unpacked.Read(buffer, offset, count);
            _read += read;
            archive._budget -= read;
            if (archive._budget < 0 || (_read > RatioCountsFrom && _read / archive._ratio > entry.CompressedLength))
                throw new TableRefused(TableProblem.UnpacksTooLarge);
            return read;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _unpacked.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>A relationship of a package part.</summary>
internal sealed record PartLink(string Id, string Kind, string Part);
