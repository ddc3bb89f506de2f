using CommunityLms.Kernel.Permissions;
using CommunityLms.Workflows.Contracts;

namespace CommunityLms.Workflows;

internal sealed class WorkflowsPermissionDefinitions : IPermissionDefinitionProvider
{
    public IEnumerable<PermissionDefinition> Define() =>
    [
        new(WorkflowsPermissions.Definitions.View, "See workflows"),
        new(WorkflowsPermissions.Definitions.Edit, "Draw and publish workflows"),
        new(WorkflowsPermissions.Cases.View, "See cases"),
        new(WorkflowsPermissions.Cases.Intervene, "Retry, skip, move, reassign and cancel cases"),
    ];
}
