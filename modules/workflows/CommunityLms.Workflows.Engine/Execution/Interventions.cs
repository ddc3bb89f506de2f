using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>What people do to a case that its drawing doesn't foresee: try again, pass over, move, send back, ask one more.</summary>
internal static class Interventions
{
    public static Refusal? Retry(CaseRun execution, NodeInstance instance)
    {
        if (instance.Incident is not { Stage: not IncidentStage.Stalled and var stage })
            return Refusal.NotPossibleHere;
        execution.Write(JournalKind.Retried, instance.NodeId, instance.Number);
        var resolved = Incidents.Resolve(execution, instance);
        var node = execution.Graph[instance.NodeId];
        switch (stage, node)
        {
            case (IncidentStage.Leaving, _): Leave(execution, node, resolved); break;
            case (IncidentStage.Working, Activity work) when resolved.Repetition is not null: Repetitions.GoOn(execution, work, resolved, execution.Variables(resolved)); break;
            case (IncidentStage.Working, Activity work): ActivityStart.Do(execution, work, resolved); break;
            case (_, Activity activity): ActivityStart.Begin(execution, activity, resolved); break;
            case (_, CatchEvent caught): Subscriptions.Open(execution, resolved, caught, caught.Trigger); break;
            default:
                execution.Nodes.Remove(resolved);
                execution.Send(node, resolved.Scope, node.Incoming.FirstOrDefault(f => f.Id == resolved.Via));
                break;
        }
        return null;
    }

    public static Refusal? Skip(CaseRun execution, NodeInstance instance, StepSkipped skipped)
    {
        var node = execution.Graph[instance.NodeId];
        var flow = node.Outgoing.FirstOrDefault(f => f.Id == skipped.FlowId);
        if ((skipped.FlowId is not null && flow is null) || (flow is not null && instance.Parent != 0))
            return Refusal.TargetOutOfReach;
        execution.Write(JournalKind.Skipped, node.Id, instance.Number, skipped.FlowId);
        ActivityEnd.Stop(execution, instance);
        instance = execution.Find(instance.Number)!;
        if (skipped.Variables.Count > 0)
            VariableScopes.Write(execution, instance.Scope, skipped.Variables);
        foreach (var waiting in node is ParallelGateway ? node.Incoming.Where(f => ParallelGateways.Waiting(execution, instance.Scope, f.Id) > 0).ToList() : [])
            ParallelGateways.Change(execution, instance.Scope, waiting.Id, -1);
        if (execution.Find(instance.Parent) is { } whole)
            ActivityEnd.Complete(execution, (Activity)node, instance, ScopeInstance.NoVariables);
        else if (flow is null)
            Leave(execution, node, instance);
        else
        {
            Remove(execution, instance);
            Departure.Along(execution, flow, instance.Scope);
        }
        return null;
    }

    public static Refusal? Move(CaseRun execution, NodeInstance instance, TokenMoved moved)
    {
        if (Within(execution, instance, moved.TargetNodeId) is not var (standing, target))
            return Refusal.TargetOutOfReach;
        execution.Write(JournalKind.Moved, instance.NodeId, instance.Number, target.Id);
        ActivityEnd.Withdraw(execution, standing);
        execution.Send(target, standing.Scope);
        return null;
    }

    /// <summary>
    /// Everything else in the scope is withdrawn. A branch that had come to its join already counts as done, so that the join doesn't wait for it for ever.
    /// </summary>
    public static Refusal? SendBack(CaseRun execution, NodeInstance instance, SentBack back)
    {
        if (Within(execution, instance, back.TargetNodeId) is not var (standing, target))
            return Refusal.TargetOutOfReach;
        execution.Write(JournalKind.SentBack, instance.NodeId, instance.Number, target.Id);
        ScopeEnd.Empty(execution, standing.Scope);
        if (back.ComesBack)
            execution.Detours.Add(new(standing.Scope, target.Id, standing.NodeId));
        var ahead = Ahead(target);
        foreach (var done in ahead.OfType<ParallelGateway>().Where(g => g.Incoming.Count > 1 && g != target).SelectMany(g => g.Incoming).Where(f => !ahead.Contains(f.Source)))
            ParallelGateways.Change(execution, standing.Scope, done.Id, 1);
        execution.Send(target, standing.Scope);
        return null;
    }

    public static Refusal? Add(CaseRun execution, NodeInstance instance, InstanceAdded added)
    {
        var whole = execution.Find(instance.Parent) ?? instance;
        if (whole.Repetition is null || execution.Graph[whole.NodeId] is not Activity { Repetition: MultiInstance } || whole.Repetition.Total >= execution.Limits.Instances)
            return Refusal.NotPossibleHere;
        execution.Write(JournalKind.InstanceAdded, whole.NodeId, whole.Number);
        Repetitions.Add(execution, whole, added.Item);
        return null;
    }

    private static void Leave(CaseRun execution, FlowNode node, NodeInstance instance)
    {
        Departure.Of(execution, node, instance.Scope, instance);
        if (execution.Find(instance.Number) is null)
            Remove(execution, instance);
    }

    private static void Remove(CaseRun execution, NodeInstance instance)
    {
        execution.Nodes.RemoveAll(n => n.Number == instance.Number);
        execution.Scopes.RemoveAll(s => s.Owner == instance.Number);
    }

    /// <summary>The instance that stands in the target's scope: the one asked about, or the sub-process around it.</summary>
    private static (NodeInstance Standing, FlowNode Target)? Within(CaseRun execution, NodeInstance instance, string targetId)
    {
        if (execution.Graph.Find(targetId) is not { } target || target is BoundaryEvent)
            return null;
        NodeInstance? standing = execution.Find(instance.Parent) ?? instance;
        while (standing is not null && execution.Graph[standing.NodeId].Scope != target.Scope)
        {
            standing = execution.Find(execution.Scopes.Find(s => s.Number == standing.Scope)!.Owner);
            standing = standing is null ? null : execution.Find(standing.Parent) ?? standing;
        }
        return standing is null ? null : (standing, target);
    }

    private static HashSet<FlowNode> Ahead(FlowNode from)
    {
        var ahead = new HashSet<FlowNode> { from };
        var open = new Queue<FlowNode>(ahead);
        while (open.TryDequeue(out var node))
            foreach (var next in node.Outgoing.Select(f => f.Target).Concat(node is Activity { Boundary: var watching } ? watching : []))
                if (ahead.Add(next))
                    open.Enqueue(next);
        return ahead;
    }
}
