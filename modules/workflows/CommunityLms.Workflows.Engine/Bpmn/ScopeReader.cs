using System.Xml.Linq;
using static CommunityLms.Workflows.Engine.Bpmn.BpmnXml;

namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>Reads the inside of a process or sub-process: nodes first, then what hangs on them and what joins them.</summary>
internal sealed class ScopeReader(Reading reading)
{
    private readonly Dictionary<string, FlowNode> _nodes = new(StringComparer.Ordinal);

    public FlowScope Read(XElement container, SubProcess? owner)
    {
        var scope = new FlowScope(owner);
        var nodes = new NodeReader(reading, scope);
        foreach (var element in container.Elements())
            if (nodes.Read(element) is { } node)
                Add(element, node);
        foreach (var element in container.Elements(Model + "boundaryEvent"))
            if (nodes.ReadBoundary(element, _nodes) is { } boundary && Add(element, boundary))
                boundary.AttachedTo.Boundary = [.. boundary.AttachedTo.Boundary, boundary];
        var flows = container.Elements(Model + "sequenceFlow").Select(Flow).OfType<SequenceFlow>().ToList();

        foreach (var node in _nodes.Values)
        {
            node.Incoming = flows.FindAll(f => f.Target == node);
            node.Outgoing = flows.FindAll(f => f.Source == node);
        }
        foreach (var element in container.Elements())
            if (element.Text("default") is { } id && element.Text("id") is { } source && _nodes.TryGetValue(source, out var node))
                node.Default = node.Outgoing.FirstOrDefault(f => f.Id == id);

        scope.Nodes = [.. _nodes.Values];
        scope.Entries = Entries(scope);
        return scope;
    }

    private bool Add(XElement element, FlowNode node)
    {
        if (_nodes.TryAdd(node.Id, node))
            return true;
        reading.Error(element, "{0}: the id {1} is there twice.", node.Id);
        return false;
    }

    private SequenceFlow? Flow(XElement element)
    {
        var source = element.Text("sourceRef") is { } from ? _nodes.GetValueOrDefault(from) : null;
        var target = element.Text("targetRef") is { } to ? _nodes.GetValueOrDefault(to) : null;
        if (source is not null && target is not null and not (StartEvent or BoundaryEvent) && source is not EndEvent)
            return new() { Id = element.Text("id") ?? "", Name = element.Text("name"), Source = source, Target = target, Condition = reading.Feel(element, element.Element(Model + "conditionExpression")) };
        reading.Error(element, "The arrow {0} doesn't lead from one step to another.");
        return null;
    }

    private static List<FlowNode> Entries(FlowScope scope)
    {
        var starts = scope.Nodes.OfType<StartEvent>().ToList();
        return starts.Count > 0
            ? [.. starts.Where(s => s.Trigger is null)]
            : [.. scope.Nodes.Where(n => n.Incoming.Count == 0 && n is not BoundaryEvent)];
    }
}
