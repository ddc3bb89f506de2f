namespace CommunityLms.Kernel.Tabular;

/// <summary>
/// Takes what is written synchronously and sends it on asynchronously: a zip entry closes with synchronous writes,
/// also when disposed asynchronously, and a response body refuses those.
/// </summary>
internal sealed class Outbox(Stream to) : Stream
{
    private const int WorthSending = 64 * 1024;
    private readonly MemoryStream _waiting = new();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => _waiting.Write(buffer, offset, count);

    public Task SendIfMuch(CancellationToken cancel) => _waiting.Length < WorthSending ? Task.CompletedTask : Send(cancel);

    public async Task Send(CancellationToken cancel)
    {
        await to.WriteAsync(_waiting.GetBuffer().AsMemory(0, (int)_waiting.Length), cancel);
        _waiting.SetLength(0);
    }

    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}
