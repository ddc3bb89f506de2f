using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>The end of an activity's life (clause 13.3.2): completed with its outputs, or withdrawn.</summary>
internal static class ActivityEnd
{
    /// <summary>The work is done: what it leaves is written, its watchers stop, and the token goes on.</summary>
    public static void Complete(CaseRun execution, Activity activity, NodeInstance instance, IReadOnlyDictionary<string, FeelValue> results)
    {
        var all = instance.Parent == 0 ? null : execution.Find(instance.Parent);
        WriteOutputs(execution, activity, instance, results, keep: all is not null && activity.Repetition is MultiInstance);
        if (all is null)
        {
            StopWatching(execution, instance);
            Departure.Of(execution, activity, instance.Scope, instance);
            if (execution.Find(instance.Number) is null)
                execution.Scopes.RemoveAll(s => s.Owner == instance.Number);
            return;
        }
        execution.Write(JournalKind.Completed, activity.Id, instance.Number);
        var seen = execution.Variables(instance);
        Forget(execution, instance);
        Repetitions.Ended(execution, activity, all, instance, seen);
    }

    /// <summary>All of a repeated activity are done, or enough of them.</summary>
    public static void CompleteAll(CaseRun execution, Activity activity, NodeInstance whole, IReadOnlyDictionary<string, FeelValue> results)
    {
        if (results.Count > 0)
            VariableScopes.Write(execution, whole.Scope, results);
        StopWatching(execution, whole);
        Departure.Of(execution, activity, whole.Scope, whole);
    }

    /// <summary>Takes an active instance away with everything in it (clause 13.3.2, terminated): nothing inside is done any more.</summary>
    public static void Withdraw(CaseRun execution, NodeInstance instance)
    {
        if (execution.Find(instance.Number) is null)
            return;
        Stop(execution, instance);
        execution.Write(JournalKind.Withdrawn, instance.NodeId, instance.Number);
        Forget(execution, instance);
    }

    /// <summary>Ends what goes on inside an instance, and calls off what the world was asked to do for it; the instance itself stays.</summary>
    public static void Stop(CaseRun execution, NodeInstance instance)
    {
        foreach (var one in execution.Nodes.FindAll(n => n.Parent == instance.Number))
            Withdraw(execution, one);
        if (execution.Scopes.Find(s => s.Owner == instance.Number) is { } inside)
            ScopeEnd.Empty(execution, inside.Number);
        StopWatching(execution, instance);
        Incidents.Resolve(execution, instance);
        if (instance is { Repetition: null, Incident: null or { Stage: IncidentStage.Working } } && Undo(execution.Graph[instance.NodeId], instance.Number) is { } undo)
            execution.Commands.Add(undo);
    }

    public static void StopWatching(CaseRun execution, NodeInstance instance)
    {
        foreach (var subscription in execution.Subscriptions.FindAll(s => s.Instance == instance.Number))
            Subscriptions.Close(execution, subscription);
    }

    private static void Forget(CaseRun execution, NodeInstance instance)
    {
        StopWatching(execution, instance);
        execution.Nodes.RemoveAll(n => n.Number == instance.Number);
        execution.Scopes.RemoveAll(s => s.Owner == instance.Number);
    }

    private static CaseCommand? Undo(FlowNode node, int instance) => node switch
    {
        UserTask => new CloseTask(instance),
        ServiceTask => new StopActivity(instance),
        CallActivity => new RecallCase(instance),
        _ => null,
    };

    /// <summary>With mappings only what they name; without, everything. One of several keeps its results to itself, so that they don't overwrite each other's.</summary>
    private static void WriteOutputs(CaseRun execution, Activity activity, NodeInstance instance, IReadOnlyDictionary<string, FeelValue> results, bool keep)
    {
        if (activity.Outputs.Count == 0 && !keep)
        {
            if (results.Count > 0)
                VariableScopes.Write(execution, instance.Scope, results);
            return;
        }
        var own = ActivityStart.OwnScope(execution, instance);
        VariableScopes.WriteHere(execution, own, results);
        foreach (var (target, source) in activity.Outputs)
            VariableScopes.Write(execution, instance.Scope, new Dictionary<string, FeelValue>(StringComparer.Ordinal) { [target] = Expressions.Value(execution, activity, source, execution.Variables(instance)) });
    }
}
