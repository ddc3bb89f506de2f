using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Execution;

namespace CommunityLms.Workflows.Engine.Tests.Conformance;

/// <summary>What must hold of every state, whatever happened: nothing dangles, nothing is left behind, and who stands still says why.</summary>
internal static class Inventory
{
    public static void Check(ProcessGraph graph, CaseState state)
    {
        var scopes = state.Scopes.Select(s => s.Number).ToHashSet();
        state.Nodes.Select(n => n.Number).Distinct().Count().ShouldBe(state.Nodes.Count);
        state.Nodes.ShouldAllBe(n => graph.Find(n.NodeId) != null && scopes.Contains(n.Scope));
        state.Nodes.ShouldAllBe(n => n.Parent == 0 || state.Node(n.Parent) != null);
        state.Scopes.ShouldAllBe(s => s.Owner == 0 || state.Node(s.Owner) != null);
        state.Scopes.ShouldAllBe(s => s.Parent == 0 || scopes.Contains(s.Parent));
        state.Subscriptions.ShouldAllBe(s => state.Node(s.Instance) != null);
        state.Joins.ShouldAllBe(j => j.Count > 0 && scopes.Contains(j.Scope));
        if (state.Status == CaseStatus.Running)
            state.Nodes.ShouldNotBeEmpty("a running case holds a token somewhere");
        else
            (state.Nodes.Count + state.Joins.Count + state.Subscriptions.Count).ShouldBe(0, "an ended case holds none");
        foreach (var node in state.Nodes.Where(n => n.Incident is null))
            Moves(graph, state, node).ShouldBeTrue($"{node.NodeId} stands still without an incident");
    }

    private static bool Moves(ProcessGraph graph, CaseState state, NodeInstance node) => graph[node.NodeId] switch
    {
        UserTask or ServiceTask or CallActivity => true,
        _ when node.Repetition is not null => state.Nodes.Any(n => n.Parent == node.Number),
        SubProcess => state.Scopes.Any(s => s.Owner == node.Number && (state.Nodes.Any(n => n.Scope == s.Number) || state.Joins.Any(j => j.Scope == s.Number))),
        _ => state.Subscriptions.Any(s => s.Instance == node.Number && s.NodeId == node.NodeId),
    };
}
