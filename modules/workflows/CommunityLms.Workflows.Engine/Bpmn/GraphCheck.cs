namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>Finds what is readable and yet wrong: nothing starts, nothing arrives, a way that is never taken.</summary>
internal static class GraphCheck
{
    public static IEnumerable<Problem> Of(ProcessGraph graph)
    {
        if (!graph.Root.Nodes.OfType<StartEvent>().Any())
            yield return new(null, ProblemSeverity.Error, "Nothing says where the process begins; draw a start event.");
        foreach (var problem in Of(graph.Root))
            yield return problem;
    }

    private static IEnumerable<Problem> Of(FlowScope scope)
    {
        if (scope.Nodes.Count == 0 && scope.Owner is { } empty)
            yield return Error(empty, "{0} is empty.");
        var reached = Reached(scope);
        foreach (var node in scope.Nodes)
        {
            if (!reached.Contains(node))
                yield return Error(node, "{0} is never reached; no way leads there.");
            if (node is not EndEvent && node.Outgoing.Count == 0 && !(node is Activity && scope.Nodes.Count == 1))
                yield return Warning(node, "{0} leads nowhere; the way ends there.");
            foreach (var problem in Conditions(node))
                yield return problem;
            if (node is SubProcess { Body: { } body })
                foreach (var problem in Of(body))
                    yield return problem;
        }
    }

    private static IEnumerable<Problem> Conditions(FlowNode node)
    {
        if (node is ExclusiveGateway && node.Outgoing.Count > 1)
        {
            foreach (var open in node.Outgoing.Where(f => f.Condition is null && f != node.Default))
                yield return Error(node, "{0}: the way to {1} has no condition and isn't the usual way.", open.Target.Name);
            if (node.Default is null)
                yield return Warning(node, "{0}: when no condition holds, the case stops here and somebody has to look; mark one way as the usual one.");
        }
        if (node is ParallelGateway or StartEvent or CatchEvent or BoundaryEvent)
            foreach (var flow in node.Outgoing.Where(f => f.Condition is not null))
                yield return Error(node, "{0}: the condition on the way to {1} would never be asked.", flow.Target.Name);
        if (node.Default?.Condition is not null)
            yield return Warning(node, "{0}: the usual way needs no condition; the one it has is never asked.");
    }

    private static HashSet<FlowNode> Reached(FlowScope scope)
    {
        var reached = new HashSet<FlowNode>(scope.Entries.Concat(scope.Nodes.OfType<StartEvent>()));
        var ahead = new Queue<FlowNode>(reached);
        while (ahead.TryDequeue(out var node))
            foreach (var next in node.Outgoing.Select(f => f.Target).Concat((node as Activity)?.Boundary ?? []))
                if (reached.Add(next))
                    ahead.Enqueue(next);
        return reached;
    }

    private static Problem Error(FlowNode node, string text, params string[] arguments) => new(node.Id, ProblemSeverity.Error, text, [node.Name, .. arguments]);

    private static Problem Warning(FlowNode node, string text, params string[] arguments) => new(node.Id, ProblemSeverity.Warning, text, [node.Name, .. arguments]);
}
