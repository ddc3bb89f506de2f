using System.Text;
using CommunityLms.Kernel.Tabular;

namespace CommunityLms.Kernel.Tests.Tabular;

/// <summary>Opens and writes tables in memory.</summary>
internal static class Tables
{
    public static Task<TableFile> Open(byte[] bytes, TableLimits? limits = null) =>
        TableFile.Open(new MemoryStream(bytes), "list.xlsx", limits ?? TableLimits.Default, CancellationToken.None);

    public static Task<TableFile> Open(string csv, TableLimits? limits = null) => Open(Encoding.UTF8.GetBytes(csv), limits);

    public static async Task<TableRefused> Refusal(byte[] bytes, TableLimits? limits = null) => await Should.ThrowAsync<TableRefused>(async () =>
        _ = (await Open(bytes, limits)).Rows.Count());

    public static Task<TableRefused> Refusal(string csv, TableLimits? limits = null) => Refusal(Encoding.UTF8.GetBytes(csv), limits);

    public static async Task<byte[]> Write(TableFormat format, string[] headings, IEnumerable<object?[]> rows)
    {
        var to = new ResponseBody();
        await using (var writer = await TableWriter.Create(to, format, "List", headings, CancellationToken.None))
            foreach (var row in rows)
                await writer.Write(row, CancellationToken.None);
        return to.ToArray();
    }

    /// <summary>Like the body of a response: can't seek, can't be read, refuses to be written synchronously.</summary>
    internal sealed class ResponseBody : Stream
    {
        private readonly MemoryStream _received = new();

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public byte[] ToArray() => _received.ToArray();
        public override void Flush() => throw new InvalidOperationException("Flushed synchronously.");
        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Written synchronously.");
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => _received.WriteAsync(buffer, cancellationToken);
    }
}
