using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Workflows.Cases;

/// <summary>The business key of a running case: there while it runs, so that the database itself keeps a second case with the key away.</summary>
[NotAudited]
internal sealed class RunningKey : Entity, IMultiTenant
{
    private RunningKey() { }

    public RunningKey(Guid definitionId, string key) => (DefinitionId, Key) = (definitionId, key);

    public Guid TenantId { get; private set; }

    public Guid DefinitionId { get; private set; }

    public string Key { get; private set; } = "";
}
