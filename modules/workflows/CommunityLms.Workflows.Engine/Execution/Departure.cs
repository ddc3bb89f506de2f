using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>Which flows a token takes when a node is done with it.</summary>
internal static class Departure
{
    /// <summary>
    /// An exclusive gateway takes the first flow whose condition is true, else the default (clause 13.4.2); every other node takes all flows
    /// that have no condition or whose condition is true, else the default (clauses 13.2.1 and 8.4.13, uncontrolled and conditional flow).
    /// </summary>
    /// <param name="done">The instance that leaves, when there is one; it is gone afterwards, or stays with an incident.</param>
    public static void Of(CaseRun execution, FlowNode node, int scope, NodeInstance? done = null)
    {
        var chosen = Choose(execution, node, scope, out var incident);
        if (incident is not null)
        {
            Incidents.Raise(execution, done ?? ActivityStart.StandStill(execution, node, scope), incident);
            return;
        }
        if (done is not null)
            execution.Nodes.RemoveAll(n => n.Number == done.Number);
        execution.Write(JournalKind.Completed, node.Id, done?.Number ?? 0);
        if (TakeDetour(execution, node, scope))
            return;
        foreach (var flow in chosen)
            Along(execution, flow, scope);
    }

    public static void Along(CaseRun execution, SequenceFlow flow, int scope)
    {
        execution.Write(JournalKind.FlowTaken, flow.Source.Id, 0, flow.Id);
        execution.Send(flow.Target, scope, flow);
    }

    private static IReadOnlyList<SequenceFlow> Choose(CaseRun execution, FlowNode node, int scope, out Incident? incident)
    {
        incident = null;
        var exclusive = node is ExclusiveGateway;
        if (node.Outgoing.Count == 0 || (node.Outgoing.Count == 1 && node.Outgoing[0].Condition is null) || (!exclusive && node.Outgoing.All(f => f.Condition is null)))
            return node.Outgoing;
        var variables = VariableScopes.Seen(execution.Scopes, scope);
        var chosen = new List<SequenceFlow>();
        foreach (var flow in node.Outgoing.Where(f => f != node.Default))
        {
            if (flow.Condition is { } condition && !Holds(execution, flow, condition, variables, out incident))
            {
                if (incident is not null)
                    return [];
                continue;
            }
            chosen.Add(flow);
            if (exclusive)
                return chosen;
        }
        if (chosen.Count == 0 && node.Default is { } usual)
            chosen.Add(usual);
        if (chosen.Count == 0)
            incident = new(IncidentStage.Leaving, "No condition on the ways out of {0} holds, and none is marked as the usual way.", node.Name);
        return chosen;
    }

    /// <summary>A condition that is neither true nor false never takes the usual way in silence.</summary>
    private static bool Holds(CaseRun execution, SequenceFlow flow, FeelExpression condition, IReadOnlyDictionary<string, FeelValue> variables, out Incident? incident)
    {
        incident = null;
        var result = condition.Evaluate(variables, execution.Feel());
        if (result.Value is FeelBoolean answer)
            return answer.Value;
        incident = new(IncidentStage.Leaving, "The condition {0} on the way to {1} is neither true nor false but {2}.", condition.Text, flow.Target.Name, result.Explain());
        return false;
    }

    private static bool TakeDetour(CaseRun execution, FlowNode node, int scope)
    {
        var index = execution.Detours.FindIndex(d => d.Scope == scope && d.FromNodeId == node.Id);
        if (index < 0)
            return false;
        var target = execution.Graph[execution.Detours[index].ToNodeId];
        execution.Detours.RemoveAt(index);
        execution.Write(JournalKind.Moved, node.Id, 0, target.Id);
        execution.Send(target, scope);
        return true;
    }
}
