using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>Clause 13.5.3: the message is sent and the token goes on at once.</summary>
internal static class ThrowEvents
{
    public static void Arrive(CaseRun execution, ThrowEvent node, int scope)
    {
        if (node.Message is { } message)
            Send(execution, node, message, VariableScopes.Seen(execution.Scopes, scope));
        Arrival.Pass(execution, node, scope);
    }

    public static void Send(CaseRun execution, FlowNode node, MessageTrigger message, IReadOnlyDictionary<string, FeelValue> variables)
    {
        var key = message.Key is { } expression ? Expressions.Value(execution, node, expression, variables) : null;
        execution.Commands.Add(new SendMessage(node.Id, message.Name, key is FeelString { Value: var text } ? text : key?.ToString(), variables));
    }
}
