using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>
/// Clause 13.4.1: goes on when at least one token waits on each incoming flow; takes exactly one from each and puts one on each outgoing flow.
/// What there is too much stays for the next time, so that loops and unbalanced joins neither lose nor double a token.
/// </summary>
internal static class ParallelGateways
{
    public static void Arrive(CaseRun execution, ParallelGateway gateway, Token token)
    {
        execution.Write(JournalKind.Entered, gateway.Id, 0, token.Via?.Id);
        if (gateway.Incoming.Count > 1 && token.Via is { } via)
        {
            Change(execution, token.Scope, via.Id, 1);
            if (!gateway.Incoming.All(f => Waiting(execution, token.Scope, f.Id) > 0))
                return;
            foreach (var flow in gateway.Incoming)
                Change(execution, token.Scope, flow.Id, -1);
            Stalls.Forget(execution, gateway, token.Scope);
        }
        Departure.Of(execution, gateway, token.Scope);
    }

    public static int Waiting(CaseRun execution, int scope, string flowId) => execution.Joins.Find(j => j.Scope == scope && j.FlowId == flowId)?.Count ?? 0;

    public static void Change(CaseRun execution, int scope, string flowId, int by)
    {
        var index = execution.Joins.FindIndex(j => j.Scope == scope && j.FlowId == flowId);
        if (index < 0)
            execution.Joins.Add(new(scope, flowId, by));
        else if (execution.Joins[index].Count + by == 0)
            execution.Joins.RemoveAt(index);
        else
            execution.Joins[index] = execution.Joins[index] with { Count = execution.Joins[index].Count + by };
    }
}
