using CommunityLms.Workflows.Engine.Feel;

namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>An executable process, ready for tokens: read from a BPMN 2.0 file, never changed.</summary>
public sealed class ProcessGraph
{
    private readonly Dictionary<string, FlowNode> _nodes;

    internal ProcessGraph(string id, string name, FlowScope root, IReadOnlyDictionary<string, string> properties)
    {
        (Id, Name, Root, Properties) = (id, name, root, properties);
        _nodes = All(root).ToDictionary(n => n.Id, StringComparer.Ordinal);
    }

    public string Id { get; }

    public string Name { get; }

    public FlowScope Root { get; }

    /// <summary>What the <c>lms:</c> attributes of the process say.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; }

    /// <summary>Every node, those of sub-processes included.</summary>
    public IReadOnlyCollection<FlowNode> Nodes => _nodes.Values;

    /// <exception cref="KeyNotFoundException">The graph has no such node: the state belongs to another definition.</exception>
    public FlowNode this[string id] => _nodes.TryGetValue(id, out var node) ? node : throw new KeyNotFoundException($"{Id} has no node {id}; the case belongs to another version of the definition.");

    public FlowNode? Find(string id) => _nodes.GetValueOrDefault(id);

    private static IEnumerable<FlowNode> All(FlowScope scope) =>
        scope.Nodes.Concat(scope.Nodes.OfType<SubProcess>().SelectMany(s => All(s.Body)));
}

/// <summary>What a file holds: a process when it could be read, and what is wrong with it.</summary>
public sealed record BpmnFile(ProcessGraph? Process, IReadOnlyList<Problem> Problems)
{
    public bool CanBePublished => Process is not null && Problems.All(p => p.Severity != ProblemSeverity.Error);
}
