using CommunityLms.Workflows.Engine.Feel;

namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>A place a token can stand: event, activity or gateway (BPMN 2.0.2, clause 8.4.9 FlowNode).</summary>
public abstract class FlowNode
{
    public required string Id { get; init; }

    /// <summary>The words on the drawing; the id where the administrator wrote none.</summary>
    public required string Name { get; init; }

    public required FlowScope Scope { get; init; }

    /// <summary>What the <c>lms:</c> attributes of the element say; read by the module that carries out the element, not by the engine.</summary>
    public required IReadOnlyDictionary<string, string> Properties { get; init; }

    public IReadOnlyList<SequenceFlow> Incoming { get; internal set; } = [];

    public IReadOnlyList<SequenceFlow> Outgoing { get; internal set; } = [];

    /// <summary>The flow taken when no condition holds (clause 8.4.13, attribute <c>default</c>).</summary>
    public SequenceFlow? Default { get; internal set; }

    public override string ToString() => $"{GetType().Name} {Id}";
}

/// <summary>An arrow between two nodes of one scope (clause 8.4.13).</summary>
public sealed class SequenceFlow
{
    public required string Id { get; init; }

    public required string? Name { get; init; }

    public required FlowNode Source { get; init; }

    public required FlowNode Target { get; init; }

    /// <summary>A token takes the flow only when this is true; null when it takes it always.</summary>
    public required FeelExpression? Condition { get; init; }
}

/// <summary>What tokens move within and can't leave: the process or one embedded sub-process (clause 8.4.10 FlowElementsContainer).</summary>
public sealed class FlowScope
{
    internal FlowScope(SubProcess? owner) => Owner = owner;

    /// <summary>The sub-process whose inside this is; null for the process.</summary>
    public SubProcess? Owner { get; }

    public IReadOnlyList<FlowNode> Nodes { get; internal set; } = [];

    /// <summary>
    /// Where tokens appear when the scope starts without a trigger: its none start events, or, when it has no start event,
    /// every activity and gateway without an incoming flow (clause 13.2 and 13.3.4).
    /// </summary>
    public IReadOnlyList<FlowNode> Entries { get; internal set; } = [];
}
