using CommunityLms.Kernel.Navigation;
using CommunityLms.Workflows.Contracts;

namespace CommunityLms.Workflows;

internal sealed class WorkflowsMenu : IMenuContributor
{
    private const string Workflows = "Workflows";

    public IEnumerable<MenuItem> Menu() =>
    [
        new("My tasks", "/workflows/tasks", "inbox", Permission: null, Group: null, 20),
        new("My requests", "/workflows/requests", "send", Permission: null, Group: null, 30),
        new("Cases", "/workflows/cases", "clipboard-text", WorkflowsPermissions.Cases.View, Workflows, 310),
        new("Drawings", "/workflows/definitions", "route", WorkflowsPermissions.Definitions.View, Workflows, 320),
    ];
}
