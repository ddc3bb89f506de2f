using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>What a token does where it arrives: one line a kind of node.</summary>
internal static class Arrival
{
    public static void Of(CaseRun execution, Token token)
    {
        switch (token.Node)
        {
            case Activity repeated when token.Whole != 0: Repetitions.Next(execution, repeated, token.Whole); break;
            case Activity activity: ActivityStart.Of(execution, activity, token.Scope); break;
            case ParallelGateway gateway: ParallelGateways.Arrive(execution, gateway, token); break;
            case EndEvent end: EndEvents.Arrive(execution, end, token.Scope); break;
            case CatchEvent caught: CatchEvents.Arrive(execution, caught, token.Scope); break;
            case ThrowEvent thrown: ThrowEvents.Arrive(execution, thrown, token.Scope); break;
            default: Pass(execution, token.Node, token.Scope); break;
        }
    }

    /// <summary>Start events and exclusive gateways take no time (clauses 13.4.2 and 13.5.1).</summary>
    public static void Pass(CaseRun execution, FlowNode node, int scope)
    {
        execution.Write(JournalKind.Entered, node.Id);
        Departure.Of(execution, node, scope);
    }
}
