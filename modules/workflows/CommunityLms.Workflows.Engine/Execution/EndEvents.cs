using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>Clause 13.5.6: the token ends here; before that, what the end brings about.</summary>
internal static class EndEvents
{
    public static void Arrive(CaseRun execution, EndEvent node, int scope)
    {
        if (node.Result is MessageTrigger message)
            ThrowEvents.Send(execution, node, message, VariableScopes.Seen(execution.Scopes, scope));
        Arrival.Pass(execution, node, scope);
        if (node.Result is TerminateTrigger)
            ScopeEnd.Empty(execution, scope);
        else if (node.Result is ErrorTrigger { Code: { } code })
            Errors.Throw(execution, node.Id, scope, code);
    }
}
