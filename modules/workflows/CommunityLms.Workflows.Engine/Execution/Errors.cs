using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>
/// An error goes outwards from where it is thrown to the first activity with a border event for its code, or for all codes
/// (clauses 10.5.5 and 13.5.5); it always ends that activity. When nobody catches it, the case fails.
/// </summary>
internal static class Errors
{
    /// <param name="scope">The scope in which it is thrown.</param>
    public static void Throw(CaseRun execution, string nodeId, int scope, string code)
    {
        execution.Write(JournalKind.ErrorThrown, nodeId, 0, code);
        var owner = execution.Find(execution.Scopes.Find(s => s.Number == scope)!.Owner);
        if (owner is null)
            CaseEnd.Fail(execution, code);
        else
            Reach(execution, owner, code);
    }

    public static void ThrowBy(CaseRun execution, NodeInstance thrower, string code)
    {
        execution.Write(JournalKind.ErrorThrown, thrower.NodeId, thrower.Number, code);
        Reach(execution, thrower, code);
    }

    /// <summary>Asks the activity, then what is around it.</summary>
    private static void Reach(CaseRun execution, NodeInstance instance, string code)
    {
        var whole = execution.Find(instance.Parent) ?? instance;
        var boundaries = ((Activity)execution.Graph[whole.NodeId]).Boundary;
        var catcher = boundaries.FirstOrDefault(b => b.Trigger is ErrorTrigger { Code: { } known } && known == code)
            ?? boundaries.FirstOrDefault(b => b.Trigger is ErrorTrigger { Code: null });
        if (catcher is not null)
        {
            execution.Write(JournalKind.Caught, catcher.Id, whole.Number, code);
            CatchEvents.Boundary(execution, whole, catcher);
        }
        else if (execution.Find(execution.Scopes.Find(s => s.Number == whole.Scope)!.Owner) is { } around)
            Reach(execution, around, code);
        else
            CaseEnd.Fail(execution, code);
    }
}
