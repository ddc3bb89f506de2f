using System.Text.Json.Serialization;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>Something that happened to a case: the only way its state changes.</summary>
/// <param name="At">When. The engine has no clock of its own.</param>
[JsonDerivedType(typeof(CaseStarted), "started")]
[JsonDerivedType(typeof(WorkCompleted), "completed")]
[JsonDerivedType(typeof(ErrorThrown), "error")]
[JsonDerivedType(typeof(WorkFailed), "failed")]
[JsonDerivedType(typeof(TimerFired), "timer")]
[JsonDerivedType(typeof(MessageArrived), "message")]
[JsonDerivedType(typeof(StepRetried), "retried")]
[JsonDerivedType(typeof(StepSkipped), "skipped")]
[JsonDerivedType(typeof(TokenMoved), "moved")]
[JsonDerivedType(typeof(SentBack), "sentBack")]
[JsonDerivedType(typeof(InstanceAdded), "added")]
[JsonDerivedType(typeof(VariablesChanged), "changed")]
[JsonDerivedType(typeof(CaseCancelled), "cancelled")]
public abstract record CaseEvent(DateTimeOffset At);

/// <param name="StartNodeId">The start event that was triggered; null for the one without a trigger.</param>
public sealed record CaseStarted(DateTimeOffset At, IReadOnlyDictionary<string, FeelValue> Variables, string? StartNodeId = null) : CaseEvent(At);

/// <summary>A task, service or called case is done and left these variables.</summary>
public sealed record WorkCompleted(DateTimeOffset At, int Instance, IReadOnlyDictionary<string, FeelValue> Variables) : CaseEvent(At);

/// <summary>A service or called case ended with an error the drawing may catch.</summary>
public sealed record ErrorThrown(DateTimeOffset At, int Instance, string Code, string Message) : CaseEvent(At);

/// <summary>A service gave up after its retries.</summary>
public sealed record WorkFailed(DateTimeOffset At, int Instance, string Message) : CaseEvent(At);

public sealed record TimerFired(DateTimeOffset At, int Subscription) : CaseEvent(At);

public sealed record MessageArrived(DateTimeOffset At, int Subscription, IReadOnlyDictionary<string, FeelValue> Variables) : CaseEvent(At);

/// <summary>Somebody asks for a failed step to be tried again, after mending what was wrong.</summary>
public sealed record StepRetried(DateTimeOffset At, int Instance) : CaseEvent(At);

/// <summary>Somebody passes over a step. <paramref name="FlowId"/> says which way to go on, where there are several.</summary>
public sealed record StepSkipped(DateTimeOffset At, int Instance, IReadOnlyDictionary<string, FeelValue> Variables, string? FlowId = null) : CaseEvent(At);

/// <summary>A token is taken from where it stands and put before another node of the same or an outer scope.</summary>
public sealed record TokenMoved(DateTimeOffset At, int Instance, string TargetNodeId) : CaseEvent(At);

/// <summary>A step is refused and the case goes back to an earlier one (驳回): everything else in that scope is withdrawn.</summary>
/// <param name="ComesBack">Whether the case returns straight to the step that refused, when the earlier one is done again.</param>
public sealed record SentBack(DateTimeOffset At, int Instance, string TargetNodeId, bool ComesBack) : CaseEvent(At);

/// <summary>Somebody more is asked (加签): one more instance of a repeated activity, next in line where these go in order.</summary>
public sealed record InstanceAdded(DateTimeOffset At, int Instance, FeelValue Item) : CaseEvent(At);

public sealed record VariablesChanged(DateTimeOffset At, IReadOnlyDictionary<string, FeelValue> Variables) : CaseEvent(At);

public sealed record CaseCancelled(DateTimeOffset At) : CaseEvent(At);
