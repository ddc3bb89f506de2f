namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>Steps that can't go on by themselves: they stay where they are, and somebody sees it.</summary>
internal static class Incidents
{
    public static void Raise(CaseRun execution, NodeInstance node, Incident incident)
    {
        execution.Replace(node with { Incident = incident });
        execution.Write(JournalKind.IncidentRaised, node.NodeId, node.Number, incident.Text);
        execution.Commands.Add(new RaiseIncident(node.Number, incident));
    }

    public static NodeInstance Resolve(CaseRun execution, NodeInstance node)
    {
        if (node.Incident is null)
            return node;
        execution.Write(JournalKind.IncidentResolved, node.NodeId, node.Number);
        execution.Commands.Add(new ResolveIncident(node.Number));
        return execution.Replace(node with { Incident = null });
    }

    /// <summary>Keeps a token that has gone round too often, where it was about to go.</summary>
    public static void Hold(CaseRun execution, Token token)
    {
        var held = execution.Find(token.Whole) ?? execution.Replace(ActivityStart.Stand(execution, token.Node, token.Scope) with { Via = token.Via?.Id });
        Raise(execution, held, new(
            token.Whole == 0 ? IncidentStage.Entering : IncidentStage.Working,
            "The case went through more than {0} steps at once before {1}; it is held, because it looks like a loop without an end.", Expressions.Words(execution.Limits.Visits), token.Node.Name));
    }
}
