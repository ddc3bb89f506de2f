using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Engine.Execution;

namespace CommunityLms.Workflows.Cases;

/// <summary>A step that somebody has to look after.</summary>
[NotAudited]
internal sealed class CaseIncident : Entity, IMultiTenant
{
    private CaseIncident() { }

    public CaseIncident(Case running, int instance, Incident incident, string nodeId, DateTime at) =>
        (CaseId, UnitId, Instance, NodeId, Text, Arguments, RaisedAt) =
        (running.Id, running.UnitId, instance, nodeId, incident.Text, [.. incident.Arguments.Select(a => Texts.Cut(a, Lengths.Role))], at);

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>The node instance; 0 where it is none's.</summary>
    public int Instance { get; private set; }

    public string NodeId { get; private set; } = "";

    /// <summary>English with places, the key of its translations.</summary>
    public string Text { get; private set; } = "";

    public string[] Arguments { get; private set; } = [];

    /// <summary>The work that was set aside; null where the case itself stands still.</summary>
    public Guid? WorkId { get; init; }

    public DateTime RaisedAt { get; private set; }

    public DateTime? ResolvedAt { get; private set; }

    public void Resolve(DateTime at) => ResolvedAt ??= at;
}

/// <summary>A case was shown to somebody (抄送): they are told and may see it; nothing waits for them.</summary>
[NotAudited]
internal sealed class CaseCopy : Entity, IMultiTenant
{
    private CaseCopy() { }

    public CaseCopy(Guid caseId, Guid personId, string sentBy, DateTime at) => (CaseId, PersonId, SentBy, SentAt) = (caseId, personId, sentBy, at);

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    public Guid PersonId { get; private set; }

    public string SentBy { get; private set; } = "";

    public DateTime SentAt { get; private set; }

    public DateTime? SeenAt { get; private set; }

    public void See(DateTime at) => SeenAt ??= at;
}
