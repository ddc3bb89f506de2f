using CommunityLms.Kernel.Domain;

namespace CommunityLms.Kernel.Files;

/// <summary>Keeps what people upload: content by its hash, type by its content, never by its name.</summary>
public interface IFileStore
{
    /// <exception cref="RuleBroken">The file is too large, of a kind that isn't taken, or over the institute's quota.</exception>
    Task<StoredFile> Save(Stream content, string fileName, FilePolicy policy, CancellationToken cancel);

    Task<StoredFile?> Find(Guid fileId, CancellationToken cancel);

    /// <exception cref="RecordMissing">There is no such file in this institute.</exception>
    Task<Stream> Open(Guid fileId, CancellationToken cancel);

    /// <summary>Takes a file away for good, and its content where no other file has the same. One that isn't there is left.</summary>
    Task Remove(Guid fileId, CancellationToken cancel);
}

/// <summary>A file as its records refer to it.</summary>
/// <param name="ContentHash">SHA-256 of the content, in lower-case hexadecimal.</param>
/// <param name="Length">In bytes.</param>
public sealed record StoredFile(Guid Id, string Name, string ContentType, long Length, string ContentHash);

/// <summary>What is taken in one place.</summary>
/// <param name="MaxBytes">The largest file.</param>
/// <param name="ContentTypes">The kinds, by sniffed content type.</param>
public sealed record FilePolicy(long MaxBytes, IReadOnlyList<string> ContentTypes)
{
    private const int Megabyte = 1024 * 1024;

    public static FilePolicy Images { get; } = new(5 * Megabyte, ["image/png", "image/jpeg", "image/webp"]);

    /// <summary>Pictures, PDF, and what word processors, spreadsheets and slide programs write.</summary>
    public static FilePolicy Documents { get; } = new(20 * Megabyte,
    [
        .. Images.ContentTypes, "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ]);

    public static FilePolicy Tables { get; } = new(20 * Megabyte, ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]);
}
