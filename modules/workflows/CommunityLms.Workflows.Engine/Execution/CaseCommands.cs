using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Engine.Feel;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>Something the world outside is to do, because the case came to a point that needs it.</summary>
public abstract record CaseCommand;

public sealed record OpenTask(int Instance, UserTask Task) : CaseCommand;

/// <summary>The task is no longer to be done: its time ran out, or the case went another way.</summary>
public sealed record CloseTask(int Instance) : CaseCommand;

public sealed record DoActivity(int Instance, ServiceTask Task, IReadOnlyDictionary<string, FeelValue> Variables) : CaseCommand;

public sealed record StopActivity(int Instance) : CaseCommand;

/// <param name="Key">Which case it is for; null for the sending case's own business key.</param>
public sealed record SendMessage(string NodeId, string Name, string? Key, IReadOnlyDictionary<string, FeelValue> Variables) : CaseCommand;

/// <param name="Due">When; null when <paramref name="WorkingDays"/> are to be counted from now.</param>
public sealed record StartTimer(int Subscription, DateTimeOffset? Due, int? WorkingDays = null) : CaseCommand;

public sealed record AwaitMessage(int Subscription, string Name, string? Key) : CaseCommand;

/// <summary>The timer or message isn't waited for any more.</summary>
public sealed record EndSubscription(int Subscription) : CaseCommand;

public sealed record CallCase(int Instance, string ProcessId, IReadOnlyDictionary<string, FeelValue> Variables) : CaseCommand;

public sealed record RecallCase(int Instance) : CaseCommand;

public sealed record RaiseIncident(int Instance, Incident Incident) : CaseCommand;

public sealed record ResolveIncident(int Instance) : CaseCommand;

public sealed record EndCase(CaseStatus Status, string? ErrorCode) : CaseCommand;
