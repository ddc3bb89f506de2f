using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>Waits for a moment or a message: opened, fired, and closed when nobody waits any more (clause 13.5.2).</summary>
internal static class Subscriptions
{
    /// <returns>False when the wait could not be computed and an incident stands at the instance.</returns>
    public static bool Open(CaseRun execution, NodeInstance instance, FlowNode node, Trigger trigger) => trigger switch
    {
        MessageTrigger message => Message(execution, instance, node, message),
        TimerTrigger timer => Timer(execution, instance, node, timer),
        _ => throw new InvalidOperationException($"{node} can't wait for {trigger}; the reader should have refused it."),
    };

    public static bool Message(CaseRun execution, NodeInstance instance, FlowNode node, MessageTrigger message)
    {
        string? key = null;
        if (message.Key is { } expression)
        {
            var result = expression.Evaluate(execution.Variables(instance), execution.Feel());
            if (result.Value is not (FeelString or FeelNumber))
            {
                Incidents.Raise(execution, instance, new(IncidentStage.Entering, "{0} can't tell for whom the message {1} is: {2} gives {3}.", node.Name, message.Name, expression.Text, result.Explain()));
                return false;
            }
            key = result.Value is FeelString { Value: var text } ? text : result.Value.ToString();
        }
        var subscription = Add(execution, new(execution.NextNumber(), instance.Number, node.Id));
        execution.Commands.Add(new AwaitMessage(subscription.Number, message.Name, key));
        return true;
    }

    public static void Close(CaseRun execution, Subscription subscription)
    {
        execution.Subscriptions.Remove(subscription);
        execution.Commands.Add(new EndSubscription(subscription.Number));
    }

    /// <summary>
    /// A timer went off: a cycle is set anew, counted from when it was due rather than from now, so that it doesn't drift; any other wait is over.
    /// </summary>
    public static void Fired(CaseRun execution, Subscription subscription)
    {
        execution.Subscriptions.Remove(subscription);
        var left = subscription.Left - 1;
        if (subscription is { Every: { } every, Due: { } due } && left is null or > 0 && Moments.Later(due, every) is { } next)
        {
            var again = Add(execution, subscription with { Number = execution.NextNumber(), Due = next, Left = left });
            execution.Commands.Add(new StartTimer(again.Number, next));
        }
    }

    private static bool Timer(CaseRun execution, NodeInstance instance, FlowNode node, TimerTrigger timer)
    {
        var result = timer.When.Evaluate(execution.Variables(instance), execution.Feel());
        if (timer.Kind == TimerKind.WorkingDays && Expressions.Whole(result.Value) is >= 0 and <= 36_500 and var days)
        {
            var counted = Add(execution, new(execution.NextNumber(), instance.Number, node.Id));
            execution.Commands.Add(new StartTimer(counted.Number, null, days));
            return true;
        }
        var due = timer.Kind == TimerKind.WorkingDays ? null : timer.Kind == TimerKind.Date ? Moments.Of(result.Value) : Moments.Later(execution.Now, result.Value);
        if (due is null || due > execution.Now.AddYears(Moments.FarthestYears))
        {
            Incidents.Raise(execution, instance, new(IncidentStage.Entering, "{0} can't tell when: {1} gives {2}, which is no time within a hundred years.", node.Name, timer.When.Text, result.Explain()));
            return false;
        }
        var cycle = timer.Kind == TimerKind.Cycle;
        var subscription = Add(execution, new(execution.NextNumber(), instance.Number, node.Id, due, cycle ? result.Value : null, cycle ? timer.Times : 1));
        execution.Commands.Add(new StartTimer(subscription.Number, due));
        return true;
    }

    private static Subscription Add(CaseRun execution, Subscription subscription)
    {
        execution.Subscriptions.Add(subscription);
        return subscription;
    }
}
