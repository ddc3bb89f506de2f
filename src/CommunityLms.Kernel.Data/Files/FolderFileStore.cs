using System.Security.Cryptography;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace CommunityLms.Kernel.Data.Files;

/// <summary>Keeps content in a folder, one file a hash and institute; an object store can follow behind the same interface.</summary>
internal sealed class FolderFileStore(KernelDbContext db, ICurrentTenant tenant, IConfiguration configuration, IHostEnvironment environment, TimeProvider clock) : IFileStore, IScopedDependency
{
    private const long Megabyte = 1024 * 1024;
    private static readonly Rule TooLarge = new("The file is larger than {0} MB. Make it smaller or split it.", "File");
    private static readonly Rule WrongKind = new("This kind of file isn't taken here. Choose one of these: {0}.", "File");
    private static readonly Rule OverQuota = new("The institute's space of {0} MB for files is used up. Ask your administrator for more.", "File");

    private string Root => Path.Combine(environment.ContentRootPath, configuration["Files:Folder"] ?? "data/files");

    private long Quota => configuration.GetValue("Files:QuotaMegabytes", 20_480L) * Megabyte;

    public async Task<StoredFile> Save(Stream content, string fileName, FilePolicy policy, CancellationToken cancel)
    {
        var institute = tenant.Id ?? throw new InvalidOperationException("A file belongs to an institute, but none is current.");
        var folder = Path.Combine(Root, institute.ToString("N"));
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $"{Guid.CreateVersion7():N}.part");
        try
        {
            var (hash, length) = await Receive(content, temporary, policy.MaxBytes, cancel);
            var kind = Sniff(temporary);
            if (!policy.ContentTypes.Contains(kind))
                throw new RuleBroken(WrongKind, string.Join(", ", policy.ContentTypes));
            if (await db.Files.SumAsync(f => f.Length, cancel) + length > Quota)
                throw new RuleBroken(OverQuota, Quota / Megabyte);
            // The same content may lie there already and be read this moment, so it isn't replaced.
            var kept = Path.Combine(folder, hash);
            if (!File.Exists(kept))
                File.Move(temporary, kept, overwrite: true);
            var record = new FileRecord { Name = NameOf(fileName), ContentType = kind, Length = length, ContentHash = hash, StoredAt = clock.GetUtcNow().UtcDateTime };
            db.Add(record);
            await db.SaveChangesAsync(cancel);
            // The last file of the same content may have been taken away between the two.
            if (!File.Exists(kept))
                File.Move(temporary, kept, overwrite: true);
            return new(record.Id, record.Name, record.ContentType, record.Length, record.ContentHash);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Task<StoredFile?> Find(Guid fileId, CancellationToken cancel) =>
        db.Files.Where(f => f.Id == fileId).Select(f => new StoredFile(f.Id, f.Name, f.ContentType, f.Length, f.ContentHash)).SingleOrDefaultAsync(cancel);

    public async Task<Stream> Open(Guid fileId, CancellationToken cancel) =>
        await Find(fileId, cancel) is { } file
            ? File.OpenRead(Path.Combine(Root, tenant.Id!.Value.ToString("N"), file.ContentHash))
            : throw new RecordMissing("file");

    public async Task Remove(Guid fileId, CancellationToken cancel)
    {
        if (await db.Files.SingleOrDefaultAsync(f => f.Id == fileId, cancel) is not { } record)
            return;
        db.Remove(record);
        await db.SaveChangesAsync(cancel);
        var kept = Path.Combine(Root, record.TenantId.ToString("N"), record.ContentHash);
        if (!File.Exists(kept) || await IsUsed(record.ContentHash, cancel))
            return;
        // Set aside first, then looked for again: whoever stores the same content meanwhile is either seen here or sees that it is gone.
        var aside = $"{kept}.{record.Id:N}";
        File.Move(kept, aside);
        if (await IsUsed(record.ContentHash, cancel))
            File.Move(aside, kept, overwrite: true);
        else
            File.Delete(aside);
    }

    private Task<bool> IsUsed(string hash, CancellationToken cancel) => db.Files.AnyAsync(f => f.ContentHash == hash, cancel);

    /// <summary>Writes and hashes as it arrives, and stops at the limit instead of filling the disk.</summary>
    private static async Task<(string Hash, long Length)> Receive(Stream content, string path, long limit, CancellationToken cancel)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = File.Create(path);
        var buffer = new byte[81920];
        long length = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            length += read;
            if (length > limit)
                throw new RuleBroken(TooLarge, limit / Megabyte);
            sha.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return (Convert.ToHexStringLower(sha.GetHashAndReset()), length);
    }

    /// <summary>Without the folders that some browsers send, whatever system they run on; of a long name the end, which has the extension.</summary>
    private static string NameOf(string sent)
    {
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Length <= FileRecord.MaxName ? name : name[^FileRecord.MaxName..];
    }

    private static string Sniff(string path)
    {
        using var stream = File.OpenRead(path);
        return FileKind.Of(stream);
    }
}
