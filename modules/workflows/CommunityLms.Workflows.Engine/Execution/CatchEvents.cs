using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>Clause 13.5.2: the token waits until the event happens. Clause 13.5.4: an event at the border of an activity ends it, or runs beside it.</summary>
internal static class CatchEvents
{
    public static void Arrive(CaseRun execution, CatchEvent node, int scope) =>
        Subscriptions.Open(execution, ActivityStart.Stand(execution, node, scope), node, node.Trigger);

    /// <summary>What was waited for has happened.</summary>
    public static void Happened(CaseRun execution, NodeInstance waiting, FlowNode node)
    {
        execution.Write(JournalKind.Caught, node.Id, waiting.Number);
        switch (node)
        {
            case BoundaryEvent boundary:
                Boundary(execution, waiting, boundary);
                break;
            case Activity receive:
                ActivityEnd.Complete(execution, receive, waiting, ScopeInstance.NoVariables);
                break;
            default:
                Departure.Of(execution, node, waiting.Scope, waiting);
                break;
        }
    }

    public static void Boundary(CaseRun execution, NodeInstance watched, BoundaryEvent boundary)
    {
        if (boundary.Interrupting)
            ActivityEnd.Withdraw(execution, watched);
        execution.Write(JournalKind.Entered, boundary.Id);
        Departure.Of(execution, boundary, watched.Scope);
    }
}
