using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>
/// An activity done several times: one instance stands for the whole, and is watched by the border events; one more for each that is under way
/// (clause 13.3.6 standard loop, 13.3.7 multi-instance).
/// </summary>
internal static class Repetitions
{
    public static void Begin(CaseRun execution, Activity activity, Repetition repetition, NodeInstance whole)
    {
        if (repetition is StandardLoop loop)
        {
            whole = execution.Replace(whole with { Repetition = new(null, Math.Min(loop.Maximum ?? int.MaxValue, execution.Limits.Visits), 0, 0, 0, []) });
            if (loop.TestBefore)
                GoOn(execution, activity, whole, execution.Variables(whole));
            else
                execution.SendNext(whole);
        }
        else if (Several(execution, activity, (MultiInstance)repetition, whole) is { } state)
            BeginSeveral(execution, activity, (MultiInstance)repetition, execution.Replace(whole with { Repetition = state }));
    }

    /// <summary>Starts the next one in the row, unless the whole has ended meanwhile.</summary>
    public static void Next(CaseRun execution, Activity activity, int number)
    {
        if (execution.Find(number) is not { Repetition: { } state } whole || state.Started >= state.Total)
            return;
        execution.Replace(whole with { Repetition = state with { Started = state.Started + 1 } });
        var one = ActivityStart.Stand(execution, activity, whole.Scope, whole.Number, state.Started);
        var own = new Dictionary<string, FeelValue>(StringComparer.Ordinal) { ["loopCounter"] = Expressions.Number(state.Started + 1) };
        if (activity.Repetition is MultiInstance { Item: { } item } && state.Items is { } items)
            own[item] = items[state.Started];
        VariableScopes.WriteHere(execution, ActivityStart.OwnScope(execution, one), own);
        ActivityStart.Begin(execution, activity, one);
    }

    /// <summary>One of them is done.</summary>
    /// <param name="seen">What its expressions saw at its end.</param>
    public static void Ended(CaseRun execution, Activity activity, NodeInstance whole, NodeInstance one, IReadOnlyDictionary<string, FeelValue> seen)
    {
        var state = whole.Repetition! with { Completed = whole.Repetition!.Completed + 1 };
        if (activity.Repetition is MultiInstance { Result: { } result })
            state = state with { Results = [.. state.Results.Select((old, index) => index == one.Index ? Expressions.Value(execution, activity, result, seen) : old)] };
        GoOn(execution, activity, execution.Replace(whole with { Repetition = state }), seen);
    }

    /// <summary>Decides whether that was enough, or the next one follows.</summary>
    public static void GoOn(CaseRun execution, Activity activity, NodeInstance whole, IReadOnlyDictionary<string, FeelValue> seen)
    {
        var state = whole.Repetition!;
        var condition = activity.Repetition switch { StandardLoop loop => loop.Condition, MultiInstance several => several.Until, _ => null };
        bool? answer = null;
        if (condition is not null)
        {
            var asked = condition.Evaluate(Counted(execution, activity, whole, seen), execution.Feel());
            answer = (asked.Value as FeelBoolean)?.Value;
            if (answer is null)
            {
                Incidents.Raise(execution, whole, new(IncidentStage.Working, "The condition {0} on repeating {1} is neither true nor false but {2}.", condition.Text, activity.Name, asked.Explain()));
                return;
            }
        }
        var enough = activity.Repetition is StandardLoop ? answer == false || state.Started >= state.Total : answer == true || state.Completed + state.Terminated >= state.Total;
        if (enough)
            Finish(execution, activity, whole);
        else if (activity.Repetition is StandardLoop or MultiInstance { Sequential: true })
            execution.SendNext(whole);
    }

    /// <summary>Asks one more (加签).</summary>
    public static void Add(CaseRun execution, NodeInstance whole, FeelValue item)
    {
        var state = whole.Repetition!;
        execution.Replace(whole with
        {
            Repetition = state with
            {
                Items = state.Items is { } items ? [.. items.Take(state.Started), item, .. items.Skip(state.Started)] : null,
                Results = [.. state.Results.Take(state.Started), FeelValue.Null, .. state.Results.Skip(state.Started)],
                Total = state.Total + 1,
            },
        });
        if (execution.Graph[whole.NodeId] is Activity { Repetition: MultiInstance { Sequential: false } })
            execution.SendNext(whole);
    }

    private static void BeginSeveral(CaseRun execution, Activity activity, MultiInstance several, NodeInstance whole)
    {
        var total = whole.Repetition!.Total;
        if (total > 0)
            for (var i = 0; i < (several.Sequential ? 1 : total); i++)
                execution.SendNext(whole);
        else if (several.WhenEmpty == EmptyList.Complete)
            Finish(execution, activity, whole);
        else
            Incidents.Raise(execution, whole, new(IncidentStage.Entering, "{0}: there is nobody to do it; the list is empty.", activity.Name));
    }

    private static void Finish(CaseRun execution, Activity activity, NodeInstance whole)
    {
        foreach (var one in execution.Nodes.FindAll(n => n.Parent == whole.Number))
            ActivityEnd.Withdraw(execution, one);
        var results = activity.Repetition is MultiInstance { Results: { } name }
            ? new Dictionary<string, FeelValue>(StringComparer.Ordinal) { [name] = FeelValue.Of(whole.Repetition!.Results) }
            : ScopeInstance.NoVariables;
        ActivityEnd.CompleteAll(execution, activity, whole, results);
    }

    /// <summary>The list is read here, once: what changes in it later changes nothing (clause 13.3.7).</summary>
    private static RepetitionState? Several(CaseRun execution, Activity activity, MultiInstance several, NodeInstance whole)
    {
        var expression = several.Collection ?? several.Cardinality!;
        var asked = expression.Evaluate(execution.Variables(whole), execution.Feel());
        IReadOnlyList<FeelValue>? items = several.Collection is null ? null : asked.Value switch { FeelList list => list, FeelNull => null, var single => [single] };
        var total = several.Collection is null ? Expressions.Whole(asked.Value) : items?.Count;
        if (total is >= 0 && total <= execution.Limits.Instances)
            return new(items, total.Value, 0, 0, 0, [.. Enumerable.Repeat<FeelValue>(FeelValue.Null, several.Results is null ? 0 : total.Value)]);
        Incidents.Raise(execution, whole, new(IncidentStage.Entering, "{0} can't tell for whom: {1} gives {2}.", activity.Name, expression.Text, asked.Explain()));
        return null;
    }

    /// <summary>The numbers a completion condition may ask for (table 10.30).</summary>
    private static Dictionary<string, FeelValue> Counted(CaseRun execution, Activity activity, NodeInstance whole, IReadOnlyDictionary<string, FeelValue> seen)
    {
        var state = whole.Repetition!;
        var counted = new Dictionary<string, FeelValue>(seen, StringComparer.Ordinal)
        {
            ["loopCounter"] = Expressions.Number(state.Started),
            ["numberOfInstances"] = Expressions.Number(state.Total),
            ["numberOfActiveInstances"] = Expressions.Number(execution.Nodes.Count(n => n.Parent == whole.Number)),
            ["numberOfCompletedInstances"] = Expressions.Number(state.Completed),
            ["numberOfTerminatedInstances"] = Expressions.Number(state.Terminated),
        };
        if (activity.Repetition is MultiInstance { Results: { } name })
            counted[name] = FeelValue.Of(state.Results);
        return counted;
    }
}
