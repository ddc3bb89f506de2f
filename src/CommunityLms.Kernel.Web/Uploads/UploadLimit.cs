using CommunityLms.Kernel.Modularity;
using Microsoft.Extensions.Configuration;

namespace CommunityLms.Kernel.Web.Uploads;

/// <summary>How large a request may be (configuration <c>Files:LargestUploadMegabytes</c>). A page may take less, by the policy of its file field.</summary>
public sealed class UploadLimit(IConfiguration configuration) : ISingletonDependency
{
    private const int Megabyte = 1024 * 1024;

    public int Megabytes { get; } = configuration.GetValue("Files:LargestUploadMegabytes", 24);

    public long Bytes => (long)Megabytes * Megabyte;

    /// <summary>The largest file a field takes, in whole megabytes.</summary>
    /// <param name="policy">What the field's place takes, in bytes; null where it takes what a request may hold.</param>
    public long MegabytesFor(long? policy) => Math.Min(Bytes, policy ?? Bytes) / Megabyte;
}
