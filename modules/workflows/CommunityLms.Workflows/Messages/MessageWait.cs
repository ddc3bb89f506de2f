using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Workflows.Data;

namespace CommunityLms.Workflows.Messages;

/// <summary>A case waits for a message.</summary>
[NotAudited]
internal sealed class MessageWait : Entity, IMultiTenant
{
    public const int NameLength = 200;

    private MessageWait() { }

    public MessageWait(Guid caseId, int subscription, string name, string key) =>
        (CaseId, Subscription, Name, Key) = (caseId, subscription, Texts.Cut(name, NameLength), Texts.Cut(key, NameLength));

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public int Subscription { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What a message must bear to be meant.</summary>
    public string Key { get; private set; } = "";
}

/// <summary>A message that was sent. It stays a while after it was delivered too, so that the same one isn't taken twice.</summary>
[NotAudited]
internal sealed class KeptMessage : Entity, IMultiTenant
{
    /// <summary>It may have come before the case that needs it; and it may come again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private KeptMessage() { }

    public KeptMessage(Contracts.CaseMessage message, DateTime at) =>
        (Id, Name, Key, UnitId, Variables, SentAt) = (message.MessageId, Texts.Cut(message.Name, MessageWait.NameLength), Texts.Cut(message.Key, MessageWait.NameLength), message.UnitId, message.Variables.ToJsonString(), at);

    public Guid TenantId { get; private set; }

    public string Name { get; private set; } = "";

    public string Key { get; private set; } = "";

    public Guid? UnitId { get; private set; }

    public string Variables { get; private set; } = "";

    public DateTime SentAt { get; private set; }

    /// <summary>When a case took it; null while none has.</summary>
    public DateTime? TakenAt { get; private set; }

    public void Take(DateTime at) => TakenAt = at;
}
