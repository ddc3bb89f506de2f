using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>What each event does to a case, or why it can't.</summary>
internal static class Happening
{
    public static Refusal? Apply(CaseRun execution, CaseEvent happened)
    {
        if (happened is CaseStarted started)
            return Start(execution, started);
        if (execution.Status != CaseStatus.Running)
            return Refusal.NotRunning;
        switch (happened)
        {
            case TimerFired fired: return Caught(execution, fired.Subscription, ScopeInstance.NoVariables);
            case MessageArrived message: return Caught(execution, message.Subscription, message.Variables);
            case CaseCancelled: CaseEnd.Cancel(execution); return null;
            case VariablesChanged changed: VariableScopes.Write(execution, execution.Scopes[0].Number, changed.Variables); return null;
            case WorkCompleted work: return With(execution, work.Instance, i => Complete(execution, i, work));
            case ErrorThrown error: return With(execution, error.Instance, i => Throw(execution, i, error));
            case WorkFailed failed: return With(execution, failed.Instance, i => Fail(execution, i, failed));
            case StepRetried retried: return With(execution, retried.Instance, i => Interventions.Retry(execution, i));
            case StepSkipped skipped: return With(execution, skipped.Instance, i => Interventions.Skip(execution, i, skipped));
            case TokenMoved moved: return With(execution, moved.Instance, i => Interventions.Move(execution, i, moved));
            case SentBack back: return With(execution, back.Instance, i => Interventions.SendBack(execution, i, back));
            case InstanceAdded added: return With(execution, added.Instance, i => Interventions.Add(execution, i, added));
            default: throw new ArgumentOutOfRangeException(nameof(happened), happened, "The engine knows no such event.");
        }
    }

    private static Refusal? With(CaseRun execution, int number, Func<NodeInstance, Refusal?> apply) =>
        execution.Find(number) is { } instance ? apply(instance) : Refusal.StepIsGone;

    private static Refusal? Start(CaseRun execution, CaseStarted started)
    {
        if (execution.Status != CaseStatus.Blank)
            return Refusal.AlreadyStarted;
        IReadOnlyList<FlowNode> entries = started.StartNodeId is null
            ? execution.Graph.Root.Entries
            : [.. execution.Graph.Root.Nodes.OfType<StartEvent>().Where(s => s.Id == started.StartNodeId)];
        if (entries.Count == 0)
            return Refusal.TargetOutOfReach;
        execution.Status = CaseStatus.Running;
        var scope = execution.NextNumber();
        execution.Scopes.Add(new(scope, 0, 0, new Dictionary<string, Feel.Values.FeelValue>(started.Variables, StringComparer.Ordinal)));
        execution.Write(JournalKind.CaseStarted, started.StartNodeId);
        foreach (var entry in entries)
            execution.Send(entry, scope);
        return null;
    }

    private static Refusal? Caught(CaseRun execution, int number, IReadOnlyDictionary<string, Feel.Values.FeelValue> variables)
    {
        if (execution.Subscriptions.Find(s => s.Number == number) is not { } subscription || execution.Find(subscription.Instance) is not { } waiting)
            return Refusal.NobodyWaits;
        Subscriptions.Fired(execution, subscription);
        if (variables.Count > 0)
            VariableScopes.Write(execution, waiting.Scope, variables);
        CatchEvents.Happened(execution, waiting, execution.Graph[subscription.NodeId]);
        return null;
    }

    private static Refusal? Complete(CaseRun execution, NodeInstance instance, WorkCompleted work)
    {
        if (!IsWork(execution, instance))
            return Refusal.NotPossibleHere;
        ActivityEnd.Complete(execution, (Activity)execution.Graph[instance.NodeId], Incidents.Resolve(execution, instance), work.Variables);
        return null;
    }

    private static Refusal? Throw(CaseRun execution, NodeInstance instance, ErrorThrown error)
    {
        if (!IsWork(execution, instance))
            return Refusal.NotPossibleHere;
        Errors.ThrowBy(execution, instance, error.Code);
        return null;
    }

    private static Refusal? Fail(CaseRun execution, NodeInstance instance, WorkFailed failed)
    {
        if (!IsWork(execution, instance))
            return Refusal.NotPossibleHere;
        Incidents.Raise(execution, instance, new(IncidentStage.Working, "{0} failed: {1}", execution.Graph[instance.NodeId].Name, failed.Message));
        return null;
    }

    /// <summary>Only what was handed to a person, a service or another case can be done, or fail, from outside.</summary>
    private static bool IsWork(CaseRun execution, NodeInstance instance) =>
        instance.Repetition is null && instance.Incident is null or { Stage: IncidentStage.Working } && execution.Graph[instance.NodeId] is UserTask or ServiceTask or CallActivity;
}
