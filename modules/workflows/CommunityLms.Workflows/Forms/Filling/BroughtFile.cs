using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>
/// A file that somebody brought for a form and that no case has yet. Only they can answer with it; the row goes when a case has it, and where none
/// ever does, <see cref="ForgetFiles"/> takes the file away.
/// </summary>
[NotAudited]
internal sealed class BroughtFile : Entity, IMultiTenant
{
    private BroughtFile() { }

    public BroughtFile(Guid fileId, string name, string contentType, Guid accountId, DateTime at) =>
        (FileId, Name, ContentType, AccountId, BroughtAt) = (fileId, name, contentType, accountId, at);

    public Guid TenantId { get; private set; }

    public Guid FileId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>As the store knows it by content.</summary>
    public string ContentType { get; private set; } = "";

    public Guid AccountId { get; private set; }

    public DateTime BroughtAt { get; private set; }
}
