using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>Where a case stands: everything needed to go on, and nothing else. Immutable to the outside; see <see cref="CaseStateJson"/> for how it is kept.</summary>
public sealed class CaseState
{
    internal CaseState() { }

    /// <summary>A case that hasn't begun.</summary>
    public static CaseState Blank { get; } = new();

    public CaseStatus Status { get; internal init; } = CaseStatus.Blank;

    /// <summary>The number given last; instances, scopes and subscriptions share one row of numbers, so that a replay gives the same.</summary>
    public int LastNumber { get; internal init; }

    /// <summary>The code of the error nobody caught, when <see cref="Status"/> is <see cref="CaseStatus.Failed"/>.</summary>
    public string? ErrorCode { get; internal init; }

    public IReadOnlyList<ScopeInstance> Scopes { get; internal init; } = [];

    public IReadOnlyList<NodeInstance> Nodes { get; internal init; } = [];

    /// <summary>Tokens that wait at parallel gateways for the others.</summary>
    public IReadOnlyList<JoinTokens> Joins { get; internal init; } = [];

    public IReadOnlyList<Subscription> Subscriptions { get; internal init; } = [];

    /// <summary>Ways back to whoever sent a case back.</summary>
    public IReadOnlyList<Detour> Detours { get; internal init; } = [];

    /// <summary>The case's own variables.</summary>
    public IReadOnlyDictionary<string, FeelValue> Variables => Scopes.Count == 0 ? ScopeInstance.NoVariables : Scopes[0].Variables;

    public NodeInstance? Node(int number) => Nodes.FirstOrDefault(n => n.Number == number);

    /// <summary>What a node's expressions see: its own variables and those of every scope around it, the inner hiding the outer.</summary>
    public IReadOnlyDictionary<string, FeelValue> VariablesOf(NodeInstance node) => VariableScopes.Seen(Scopes, node);
}

public enum CaseStatus
{
    Blank,
    Running,
    Completed,

    /// <summary>Ended by an error that nothing caught.</summary>
    Failed,

    /// <summary>Ended by somebody.</summary>
    Cancelled,
}

/// <summary>A set of variables: the case's, a running sub-process's, or one activity's own.</summary>
/// <param name="Parent">The scope around it; 0 for the case's.</param>
/// <param name="Owner">The node instance it belongs to; 0 for the case's.</param>
public sealed record ScopeInstance(int Number, int Parent, int Owner, IReadOnlyDictionary<string, FeelValue> Variables)
{
    internal static readonly IReadOnlyDictionary<string, FeelValue> NoVariables = new Dictionary<string, FeelValue>(StringComparer.Ordinal);
}

/// <summary>A node that holds a token now: a task being done, a wait, a sub-process under way, or a step that failed.</summary>
/// <param name="NodeId">The node in the graph.</param>
/// <param name="Scope">The scope it stands in.</param>
/// <param name="Parent">The repeated activity it is one of; 0 when there is none.</param>
/// <param name="Index">Which one it is of a repeated activity, from 0.</param>
public sealed record NodeInstance(int Number, string NodeId, int Scope, int Parent = 0, int Index = 0)
{
    /// <summary>How far the repetition is, on the instance that stands for all of them.</summary>
    public RepetitionState? Repetition { get; init; }

    /// <summary>Why it can't go on by itself; null when all is well.</summary>
    public Incident? Incident { get; init; }

    /// <summary>The flow along which a token came that is held before the node; null otherwise.</summary>
    public string? Via { get; init; }
}

/// <summary>How far a repeated activity is (BPMN 2.0.2, table 10.30, numberOf… attributes).</summary>
/// <param name="Items">The list as it was read when the activity began; null when only the number is known, and for a standard loop.</param>
/// <param name="Total">How many there will be; for a standard loop the limit.</param>
/// <param name="Results">What each has left behind, by its index.</param>
public sealed record RepetitionState(IReadOnlyList<FeelValue>? Items, int Total, int Started, int Completed, int Terminated, IReadOnlyList<FeelValue> Results);

/// <summary>So many tokens stand at the end of this flow, before a gateway that waits for its other flows.</summary>
public sealed record JoinTokens(int Scope, string FlowId, int Count);

/// <summary>A wait for a moment or a message.</summary>
/// <param name="Instance">The node instance that waits, or that is watched.</param>
/// <param name="NodeId">The catching event or receiving task.</param>
/// <param name="Due">When a timer is due; null for messages, and for working days, which the runtime counts.</param>
/// <param name="Every">The length of a cycle as FEEL text; null when it fires once.</param>
/// <param name="Left">How often it may still fire; null for without end.</param>
public sealed record Subscription(int Number, int Instance, string NodeId, DateTimeOffset? Due = null, FeelValue? Every = null, int? Left = null);

/// <summary>When <paramref name="FromNodeId"/> is done in this scope, the token goes to <paramref name="ToNodeId"/> instead of along its arrows, once.</summary>
public sealed record Detour(int Scope, string FromNodeId, string ToNodeId);

/// <summary>Why somebody has to look.</summary>
/// <param name="Stage">Where in the node's life it happened: a retry begins again there.</param>
/// <param name="Text">English sentence with places <c>{0}</c>, the key of its translations.</param>
public sealed record Incident(IncidentStage Stage, string Text, params IReadOnlyList<string> Arguments);

public enum IncidentStage
{
    /// <summary>Before it began: an input, a list, a time or a script couldn't be computed.</summary>
    Entering,

    /// <summary>While a program worked on it.</summary>
    Working,

    /// <summary>When it was done: no way to go on could be chosen.</summary>
    Leaving,

    /// <summary>A gateway waits for tokens that can't come any more.</summary>
    Stalled,
}
