using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CommunityLms.Kernel.Data.Tests.Hosting;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data.Tests.Files;

public sealed class FileStoreOnSqlite(SqliteDatabase database) : FileStoreTests(database), IClassFixture<SqliteDatabase>;

public sealed class FileStoreOnPostgreSql(PostgreSqlDatabase database) : FileStoreTests(database), IClassFixture<PostgreSqlDatabase>;

public abstract class FileStoreTests(TestDatabase database)
{
    private const int Megabyte = 1024 * 1024;
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private readonly Guid _institute = Guid.CreateVersion7();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_WhenTaken_KeepsContentByItsHashAndKind()
    {
        await using var host = await KernelHost.Start(database);

        var saved = await Save(host, Png, @"C:\photos\..\stamp.png", FilePolicy.Images);

        saved.ShouldSatisfyAllConditions(
            f => f.Name.ShouldBe("stamp.png"),
            f => f.ContentType.ShouldBe("image/png"),
            f => f.Length.ShouldBe(Png.Length),
            f => f.ContentHash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Png))));
        (await Read(host, saved.Id)).ShouldBe(Png);
    }

    [Fact]
    public async Task Save_WhenTheSameContentComesTwice_KeepsBothRecords()
    {
        await using var host = await KernelHost.Start(database);
        var first = await Save(host, Png, "one.png", FilePolicy.Images);

        var second = await Save(host, Png, "two.png", FilePolicy.Images);

        second.Id.ShouldNotBe(first.Id);
        (await Read(host, first.Id)).ShouldBe(Png);
        (await Read(host, second.Id)).ShouldBe(Png);
    }

    [Fact]
    public async Task Find_WhenAskedFromAnotherInstitute_FindsNothing()
    {
        await using var host = await KernelHost.Start(database);
        var saved = await Save(host, Png, "stamp.png", FilePolicy.Images);
        var other = Guid.CreateVersion7();

        (await host.In(other, actor: null, s => s.GetRequiredService<IFileStore>().Find(saved.Id, Cancel))).ShouldBeNull();
        await Should.ThrowAsync<RecordMissing>(() => host.In(other, actor: null, s => s.GetRequiredService<IFileStore>().Open(saved.Id, Cancel)));
    }

    [Fact]
    public async Task Save_WhenTooLarge_StopsReadingAndLeavesNothing()
    {
        await using var host = await KernelHost.Start(database);
        using var endless = new EndlessStream();

        var broken = await Should.ThrowAsync<RuleBroken>(() => host.In(_institute, actor: null, s => s.GetRequiredService<IFileStore>().Save(endless, "big.png", FilePolicy.Images, Cancel)));

        broken.Message.ShouldContain("larger than 5 MB");
        endless.Given.ShouldBeLessThan(6 * Megabyte);
        Directory.GetFiles(host.ContentRoot, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_WhenTheQuotaIsUsedUp_IsRefused()
    {
        await using var host = await KernelHost.Start(database, ("Files:QuotaMegabytes", "1"));
        await Save(host, [.. Png, .. new byte[(Megabyte / 2) + 1]], "one.png", FilePolicy.Images);

        var broken = await Should.ThrowAsync<RuleBroken>(() => Save(host, [.. Png, .. new byte[Megabyte / 2]], "two.png", FilePolicy.Images));

        broken.Message.ShouldContain("1 MB");
    }

    [Theory]
    [InlineData("picture.png", "<svg onload=alert(1)>")]
    [InlineData("table.csv", "\uFEFF  <html><script>")]
    [InlineData("table.csv", "#!/bin/sh\nrm")]
    [InlineData("table.xlsx", "PK\u0003\u0004 no zip")]
    [InlineData("table.csv", "GIF89a\u0010\u0001\u0010\u0001")]
    [InlineData("table.csv", "%PDF-1.7")]
    [InlineData("table.csv", "\u001f\u008b\u0008 packed")]
    [InlineData("table.csv", "RIFF1234WEBPVP8 ")]
    public async Task Save_WhenTheContentIsOfAnotherKind_IsRefusedWhateverItsName(string name, string content)
    {
        await using var host = await KernelHost.Start(database);
        var policy = name.EndsWith("png", StringComparison.Ordinal) ? FilePolicy.Images : FilePolicy.Tables;
        var bytes = content.StartsWith('\uFEFF') ? Encoding.UTF8.GetBytes(content) : Encoding.Latin1.GetBytes(content);

        var broken = await Should.ThrowAsync<RuleBroken>(() => Save(host, bytes, name, policy));

        broken.Message.ShouldStartWith("This kind of file isn't taken here.");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("gb18030")]
    public async Task Save_WhenATableIsText_IsTakenInAnyEncoding(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var host = await KernelHost.Start(database);
        var chosen = Encoding.GetEncoding(encoding);

        var saved = await Save(host, [.. chosen.GetPreamble(), .. chosen.GetBytes("姓名,学校\n王芳,第一小学\n")], "people.csv", FilePolicy.Tables);

        saved.ContentType.ShouldBe("text/csv");
    }

    [Fact]
    public async Task Save_WhenItIsAWorkbook_IsKnownByItsParts()
    {
        await using var host = await KernelHost.Start(database);
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("xl/workbook.xml");

        (await Save(host, content.ToArray(), "people.csv", FilePolicy.Tables)).ContentType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    [Fact]
    public async Task Save_WhenTheNameIsVeryLong_KeepsItsEnd()
    {
        await using var host = await KernelHost.Start(database);

        var saved = await Save(host, Png, new string('长', 400) + ".png", FilePolicy.Images);

        saved.Name.Length.ShouldBe(260);
        saved.Name.ShouldEndWith("长.png");
    }

    [Fact]
    public async Task Remove_WhenAnotherFileHasTheSameContent_KeepsTheContent()
    {
        await using var host = await KernelHost.Start(database);
        byte[] content = [.. Png, 42];
        var (first, second) = (await Save(host, content, "one.png", FilePolicy.Images), await Save(host, content, "two.png", FilePolicy.Images));

        await Remove(host, first.Id);
        (await Read(host, second.Id)).ShouldBe(content);
        await Remove(host, second.Id);

        (await host.In(_institute, actor: null, s => s.GetRequiredService<IFileStore>().Find(second.Id, Cancel))).ShouldBeNull();
        (await Read(host, (await Save(host, content, "three.png", FilePolicy.Images)).Id)).ShouldBe(content);
    }

    private Task<bool> Remove(KernelHost host, Guid id) => host.In(_institute, actor: null, async s =>
    {
        await s.GetRequiredService<IFileStore>().Remove(id, Cancel);
        return true;
    });

    private Task<StoredFile> Save(KernelHost host, byte[] content, string name, FilePolicy policy) =>
        host.In(_institute, actor: null, s => s.GetRequiredService<IFileStore>().Save(new MemoryStream(content), name, policy, Cancel));

    private Task<byte[]> Read(KernelHost host, Guid id) => host.In(_institute, actor: null, async s =>
    {
        await using var stream = await s.GetRequiredService<IFileStore>().Open(id, Cancel);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancel);
        return copy.ToArray();
    });

    /// <summary>A picture without end.</summary>
    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
