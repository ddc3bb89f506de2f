using CommunityLms.Workflows.Engine.Feel;

namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>Where a process or sub-process begins (clause 10.5.2). Without a trigger somebody starts it.</summary>
public sealed class StartEvent : FlowNode
{
    public required Trigger? Trigger { get; init; }
}

/// <summary>Where a path ends (clause 10.5.3).</summary>
public sealed class EndEvent : FlowNode
{
    /// <summary>Null, an error that is thrown, a message that is sent, or the end of the whole scope.</summary>
    public required Trigger? Result { get; init; }
}

/// <summary>Waits for a message or a moment between two steps (clause 13.5.2).</summary>
public sealed class CatchEvent : FlowNode
{
    public required Trigger Trigger { get; init; }
}

/// <summary>Sends a message between two steps, or only marks that a point was reached (clause 13.5.3).</summary>
public sealed class ThrowEvent : FlowNode
{
    public required MessageTrigger? Message { get; init; }
}

/// <summary>Watches an activity while it is active (clause 13.5.4).</summary>
public sealed class BoundaryEvent : FlowNode
{
    public required Trigger Trigger { get; init; }

    public required Activity AttachedTo { get; init; }

    /// <summary>Whether the activity ends when this happens (attribute <c>cancelActivity</c>).</summary>
    public required bool Interrupting { get; init; }
}

/// <summary>What an event waits for or brings about (clause 10.5.5, EventDefinition).</summary>
public abstract record Trigger;

/// <summary>A named message. <paramref name="Key"/> says which case it is for; without it, the case's own business key.</summary>
public sealed record MessageTrigger(string Name, FeelExpression? Key) : Trigger;

/// <summary>A moment, a length of time from now, or that length again and again (clause 10.5.5, timeDate, timeDuration, timeCycle).</summary>
/// <param name="When">A date and time; a days-time or years-months duration; for working days a whole number. ISO 8601 in the file becomes FEEL when read.</param>
/// <param name="Times">How often a cycle fires; null for without end.</param>
public sealed record TimerTrigger(TimerKind Kind, FeelExpression When, int? Times = null) : Trigger;

/// <summary>A named error. A catcher without a code catches all.</summary>
public sealed record ErrorTrigger(string? Code) : Trigger;

/// <summary>Ends everything else in its scope (clause 13.5.6, terminate).</summary>
public sealed record TerminateTrigger : Trigger;

public enum TimerKind
{
    Date,
    Duration,
    Cycle,

    /// <summary>So many working days of the institute's calendar; the calendar is the runtime's, not the engine's.</summary>
    WorkingDays,
}
