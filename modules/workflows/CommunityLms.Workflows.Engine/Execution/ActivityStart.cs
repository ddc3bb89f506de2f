using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>The beginning of an activity's life (clause 13.3.2): from ready, with its inputs computed, to active.</summary>
internal static class ActivityStart
{
    public static void Of(CaseRun execution, Activity activity, int scope) => Begin(execution, activity, Stand(execution, activity, scope));

    /// <summary>A token stands at the node from now on.</summary>
    public static NodeInstance Stand(CaseRun execution, FlowNode node, int scope, int parent = 0, int index = 0)
    {
        var instance = StandStill(execution, node, scope, parent, index);
        execution.Write(JournalKind.Entered, node.Id, instance.Number);
        return instance;
    }

    /// <summary>A token that only wanted to pass stays at the node it has entered.</summary>
    public static NodeInstance StandStill(CaseRun execution, FlowNode node, int scope, int parent = 0, int index = 0)
    {
        var instance = new NodeInstance(execution.NextNumber(), node.Id, scope, parent, index);
        execution.Nodes.Add(instance);
        return instance;
    }

    /// <summary>Begins, or begins again after an incident.</summary>
    public static void Begin(CaseRun execution, Activity activity, NodeInstance instance)
    {
        if (instance.Parent == 0 && !Watch(execution, activity, instance))
            return;
        if (instance.Parent == 0 && activity.Repetition is { } repetition)
            Repetitions.Begin(execution, activity, repetition, instance);
        else
        {
            TakeInputs(execution, activity, instance);
            Do(execution, activity, instance);
        }
    }

    /// <summary>Opens a set of variables of the instance's own.</summary>
    public static int OwnScope(CaseRun execution, NodeInstance instance)
    {
        if (execution.Scopes.Find(s => s.Owner == instance.Number) is { } own)
            return own.Number;
        var made = new ScopeInstance(execution.NextNumber(), instance.Scope, instance.Number, ScopeInstance.NoVariables);
        execution.Scopes.Add(made);
        return made.Number;
    }

    /// <summary>Asks the world to do the work, or does it at once.</summary>
    public static void Do(CaseRun execution, Activity activity, NodeInstance instance)
    {
        switch (activity)
        {
            case UserTask task:
                execution.Commands.Add(new OpenTask(instance.Number, task));
                break;
            case ServiceTask service:
                execution.Commands.Add(new DoActivity(instance.Number, service, execution.Variables(instance)));
                break;
            case ReceiveTask receive:
                Subscriptions.Message(execution, instance, receive, receive.Message);
                break;
            case CallActivity call:
                execution.Commands.Add(new CallCase(instance.Number, call.CalledProcess, execution.Variables(instance)));
                break;
            case SendTask send:
                ThrowEvents.Send(execution, send, send.Message, execution.Variables(instance));
                ActivityEnd.Complete(execution, activity, instance, ScopeInstance.NoVariables);
                break;
            case ScriptTask script:
                Compute(execution, script, instance);
                break;
            case SubProcess sub:
                var inside = OwnScope(execution, instance);
                foreach (var entry in sub.Body.Entries)
                    execution.Send(entry, inside);
                break;
            default:
                ActivityEnd.Complete(execution, activity, instance, ScopeInstance.NoVariables);
                break;
        }
    }

    /// <summary>Boundary events listen as long as the activity is active (clause 13.5.4); all instances of a repeated one are watched together.</summary>
    private static bool Watch(CaseRun execution, Activity activity, NodeInstance instance)
    {
        foreach (var boundary in activity.Boundary)
            if (boundary.Trigger is not ErrorTrigger && !execution.Subscriptions.Exists(s => s.Instance == instance.Number && s.NodeId == boundary.Id) && !Subscriptions.Open(execution, instance, boundary, boundary.Trigger))
                return false;
        return true;
    }

    private static void TakeInputs(CaseRun execution, Activity activity, NodeInstance instance)
    {
        if (activity.Inputs.Count == 0)
            return;
        var own = OwnScope(execution, instance);
        foreach (var (target, source) in activity.Inputs)
            VariableScopes.WriteHere(execution, own, [new(target, Expressions.Value(execution, activity, source, VariableScopes.Seen(execution.Scopes, own)))]);
    }

    private static void Compute(CaseRun execution, ScriptTask script, NodeInstance instance)
    {
        var result = script.Script.Evaluate(execution.Variables(instance), execution.Feel());
        if (result.Value is FeelNull && result.Warnings.Count > 0)
            Incidents.Raise(execution, instance, new(IncidentStage.Entering, "{0} could not compute {1}: {2}", script.Name, script.Script.Text, result.Explain()));
        else
            ActivityEnd.Complete(execution, script, instance, script.Result is { } name ? new Dictionary<string, FeelValue>(StringComparer.Ordinal) { [name] = result.Value } : ScopeInstance.NoVariables);
    }
}
