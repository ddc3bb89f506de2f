using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Events;
using CommunityLms.Kernel.Files;

namespace CommunityLms.Mentoring.Journey;

/// <summary>A version that was sent back, and the word on it.</summary>
internal sealed class EvidenceRound : Entity, IMultiTenant
{
    public const int CommentLength = 2000;

    private EvidenceRound() { }

    internal EvidenceRound(Guid evidenceId, int number, string? text, int characters, string comment, DateTime at) =>
        (EvidenceId, Number, Text, Characters, Comment, At) = (evidenceId, number, text, characters, comment, at);

    public Guid TenantId { get; private set; }

    public Guid EvidenceId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string? Text { get; private set; }

    public int Characters { get; private set; }

    public string Comment { get; private set; } = "";

    public DateTime At { get; private set; }
}

/// <summary>A photo or document that shows what was done.</summary>
internal sealed class EvidenceFile : Entity, IMultiTenant
{
    private EvidenceFile() { }

    internal EvidenceFile(Guid evidenceId, StoredFile file) => (EvidenceId, FileId, Name, ContentType) = (evidenceId, file.Id, file.Name, file.ContentType);

    public Guid TenantId { get; private set; }

    public Guid EvidenceId { get; private set; }

    public Guid FileId { get; private set; }

    public string Name { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);
}

/// <summary>Somebody is to bring a better version.</summary>
internal sealed record EvidenceSentBack(Guid EvidenceId) : IIntegrationEvent;
