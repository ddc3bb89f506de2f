using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>
/// Who sees and who changes which variable. An inner scope sees those around it. What is written goes to the nearest scope that has the
/// variable, else to the case (BPMN 2.0.2, clause 10.4.1 leaves the data's lifetime with the scope that declares it).
/// </summary>
internal static class VariableScopes
{
    /// <summary>What a node's expressions see: its own variables, if it has any, and those around it.</summary>
    public static IReadOnlyDictionary<string, FeelValue> Seen(IReadOnlyList<ScopeInstance> scopes, NodeInstance node) =>
        Seen(scopes, scopes.FirstOrDefault(s => s.Owner == node.Number)?.Number ?? node.Scope);

    public static IReadOnlyDictionary<string, FeelValue> Seen(IReadOnlyList<ScopeInstance> scopes, int number)
    {
        var scope = scopes.FirstOrDefault(s => s.Number == number);
        if (scope is null)
            return ScopeInstance.NoVariables;
        if (scope.Parent == 0)
            return scope.Variables;
        var around = Seen(scopes, scope.Parent);
        if (scope.Variables.Count == 0)
            return around;
        var seen = new Dictionary<string, FeelValue>(around, StringComparer.Ordinal);
        foreach (var (name, value) in scope.Variables)
            seen[name] = value;
        return seen;
    }

    /// <summary>Writes from this scope on outwards.</summary>
    public static void Write(CaseRun execution, int scope, IReadOnlyDictionary<string, FeelValue> values)
    {
        foreach (var home in values.GroupBy(v => Home(execution.Scopes, scope, v.Key)))
            WriteHere(execution, home.Key, home);
    }

    /// <summary>Writes into this very scope, hiding what is around it.</summary>
    public static void WriteHere(CaseRun execution, int scope, IEnumerable<KeyValuePair<string, FeelValue>> values)
    {
        var index = execution.Scopes.FindIndex(s => s.Number == scope);
        var variables = new Dictionary<string, FeelValue>(execution.Scopes[index].Variables, StringComparer.Ordinal);
        foreach (var (name, value) in values)
            variables[name] = value;
        execution.Scopes[index] = execution.Scopes[index] with { Variables = variables };
    }

    private static int Home(List<ScopeInstance> scopes, int from, string name)
    {
        var scope = scopes.Find(s => s.Number == from)!;
        while (scope.Parent != 0 && !scope.Variables.ContainsKey(name))
            scope = scopes.Find(s => s.Number == scope.Parent)!;
        return scope.Number;
    }
}
