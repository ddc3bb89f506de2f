using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>A case while one event is applied to it: what stands where, which tokens are on their way, and what was asked of the world.</summary>
internal sealed class CaseRun
{
    private readonly Queue<Token> _tokens = new();
    private int _lastNumber;
    private int _visits;

    public CaseRun(CaseState state, ProcessGraph graph, DateTimeOffset now, EngineLimits limits)
    {
        (Graph, Now, Limits) = (graph, now, limits);
        (Status, ErrorCode, _lastNumber) = (state.Status, state.ErrorCode, state.LastNumber);
        (Scopes, Nodes, Joins, Subscriptions, Detours) = ([.. state.Scopes], [.. state.Nodes], [.. state.Joins], [.. state.Subscriptions], [.. state.Detours]);
    }

    public ProcessGraph Graph { get; }

    public DateTimeOffset Now { get; }

    public EngineLimits Limits { get; }

    public CaseStatus Status { get; set; }

    public string? ErrorCode { get; set; }

    public List<ScopeInstance> Scopes { get; }

    public List<NodeInstance> Nodes { get; }

    public List<JoinTokens> Joins { get; }

    public List<Subscription> Subscriptions { get; }

    public List<Detour> Detours { get; }

    public List<CaseCommand> Commands { get; } = [];

    public List<JournalEntry> Journal { get; } = [];

    public int NextNumber() => ++_lastNumber;

    public void Write(JournalKind kind, string? nodeId, int instance = 0, string? detail = null) => Journal.Add(new(kind, nodeId, instance, detail));

    public NodeInstance? Find(int number) => Nodes.Find(n => n.Number == number);

    /// <summary>Writes the new version of an instance over the old one.</summary>
    public NodeInstance Replace(NodeInstance changed)
    {
        Nodes[Nodes.FindIndex(n => n.Number == changed.Number)] = changed;
        return changed;
    }

    /// <summary>The variables an expression at this node sees.</summary>
    public IReadOnlyDictionary<string, FeelValue> Variables(NodeInstance node) =>
        VariableScopes.Seen(Scopes, node);

    /// <summary>Sends a token to a node; it arrives when those before it have.</summary>
    public void Send(FlowNode node, int scope, SequenceFlow? via = null) => _tokens.Enqueue(new(node, scope, via));

    /// <summary>Lets the next one of a repeated activity begin when it is its turn: a long row must not nest calls.</summary>
    public void SendNext(NodeInstance whole) => _tokens.Enqueue(new(Graph[whole.NodeId], whole.Scope, null, whole.Number));

    /// <summary>Forgets tokens on their way within a scope that ends.</summary>
    public void ForgetTokens(int scope)
    {
        for (var left = _tokens.Count; left > 0; left--)
            if (_tokens.Dequeue() is var token && token.Scope != scope)
                _tokens.Enqueue(token);
    }

    /// <summary>Lets every token go as far as it can; then ends the scopes that have none left.</summary>
    public void Run()
    {
        do
        {
            while (_tokens.TryDequeue(out var token))
            {
                if (++_visits > Limits.Visits)
                    Incidents.Hold(this, token);
                else
                    Arrival.Of(this, token);
            }
        }
        while (Status == CaseStatus.Running && ScopeEnd.EndOne(this));
        if (Status == CaseStatus.Running)
            Stalls.Look(this);
    }

    public CaseState Freeze() => new()
    {
        Status = Status,
        ErrorCode = ErrorCode,
        LastNumber = _lastNumber,
        Scopes = [.. Scopes],
        Nodes = [.. Nodes],
        Joins = [.. Joins],
        Subscriptions = [.. Subscriptions],
        Detours = [.. Detours],
    };
}

/// <summary>A token on its way to a node.</summary>
/// <param name="Via">The flow it comes along; null when it was put there.</param>
/// <param name="Whole">The repeated activity of which the next one is to begin; 0 for a token of its own.</param>
internal readonly record struct Token(FlowNode Node, int Scope, SequenceFlow? Via, int Whole = 0);
