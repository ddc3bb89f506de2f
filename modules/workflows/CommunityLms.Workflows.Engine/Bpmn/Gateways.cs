namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>One way of several (clause 13.4.2).</summary>
public sealed class ExclusiveGateway : FlowNode;

/// <summary>All ways at once, or all ways together again (clause 13.4.1).</summary>
public sealed class ParallelGateway : FlowNode;
