using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>A process or sub-process is complete when no token is left in it (clause 13.3.4 and 13.5.6).</summary>
internal static class ScopeEnd
{
    /// <summary>Ends the innermost scope that has nothing left.</summary>
    /// <returns>Whether there was one: its end may let others go on.</returns>
    public static bool EndOne(CaseRun execution)
    {
        for (var i = execution.Scopes.Count - 1; i >= 0; i--)
        {
            var scope = execution.Scopes[i];
            if (execution.Joins.Exists(j => j.Scope == scope.Number) || execution.Nodes.Exists(n => n.Scope == scope.Number))
                continue;
            if (scope.Owner == 0)
                CaseEnd.Complete(execution);
            else if (execution.Find(scope.Owner) is { Incident: null } owner && execution.Graph[owner.NodeId] is SubProcess sub && owner.Repetition is null)
                ActivityEnd.Complete(execution, sub, owner, ScopeInstance.NoVariables);
            else
                continue;
            return true;
        }
        return false;
    }

    /// <summary>Takes everything out of a scope: what is being done, what waits, what is on its way.</summary>
    public static void Empty(CaseRun execution, int scope)
    {
        foreach (var node in execution.Nodes.FindAll(n => n.Scope == scope))
            ActivityEnd.Withdraw(execution, node);
        execution.Joins.RemoveAll(j => j.Scope == scope);
        execution.Detours.RemoveAll(d => d.Scope == scope);
        execution.ForgetTokens(scope);
    }
}
