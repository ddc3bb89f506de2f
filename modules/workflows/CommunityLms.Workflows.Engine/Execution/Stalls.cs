using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>The standard lets a join wait for ever; we say so as soon as nothing else moves in its scope.</summary>
internal static class Stalls
{
    public static void Look(CaseRun execution)
    {
        foreach (var waiting in execution.Joins.GroupBy(j => j.Scope).Where(s => !execution.Nodes.Exists(n => n.Scope == s.Key)).ToList())
            foreach (var gateway in waiting.Select(j => Gateway(execution, j.FlowId)).Distinct())
            {
                var missing = gateway.Incoming.Where(f => ParallelGateways.Waiting(execution, waiting.Key, f.Id) == 0).Select(f => f.Source.Name);
                Incidents.Raise(execution, ActivityStart.StandStill(execution, gateway, waiting.Key), new(IncidentStage.Stalled, "{0} waits for {1}, and nothing is on its way there.", gateway.Name, string.Join(", ", missing)));
            }
    }

    /// <summary>The gateway went on after all.</summary>
    public static void Forget(CaseRun execution, ParallelGateway gateway, int scope)
    {
        foreach (var stalled in execution.Nodes.FindAll(n => n.Scope == scope && n.NodeId == gateway.Id && n.Incident?.Stage == IncidentStage.Stalled))
            execution.Nodes.Remove(Incidents.Resolve(execution, stalled));
    }

    private static FlowNode Gateway(CaseRun execution, string flowId) => execution.Graph.Nodes.First(n => n.Incoming.Any(f => f.Id == flowId));
}
