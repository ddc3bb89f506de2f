using CommunityLms.Workflows.Engine.Feel;

namespace CommunityLms.Workflows.Engine.Bpmn;

/// <summary>Work within a process (clause 10.3).</summary>
public abstract class Activity : FlowNode
{
    /// <summary>How often it is done: once when null.</summary>
    public Repetition? Repetition { get; internal set; }

    /// <summary>The events that watch over it (clause 10.5.4, boundary events), in the order of the file.</summary>
    public IReadOnlyList<BoundaryEvent> Boundary { get; internal set; } = [];

    /// <summary>Variables made for the activity alone, before it begins.</summary>
    public required IReadOnlyList<Mapping> Inputs { get; init; }

    /// <summary>Variables it leaves behind; without any, everything it was completed with.</summary>
    public required IReadOnlyList<Mapping> Outputs { get; init; }
}

/// <summary>One variable computed from others: <c>lms:input</c> and <c>lms:output</c>.</summary>
public sealed record Mapping(string Target, FeelExpression Source);

/// <summary>A person's work (clause 13.3.3, User Task): opened as a task, goes on when somebody completes it.</summary>
public sealed class UserTask : Activity;

/// <summary>A program's work (clause 13.3.3, Service Task): carried out by the activity of this name, contributed by a module.</summary>
public sealed class ServiceTask : Activity
{
    public required string ActivityName { get; init; }
}

/// <summary>An expression whose value becomes a variable (clause 13.3.3, Script Task).</summary>
public sealed class ScriptTask : Activity
{
    public required FeelExpression Script { get; init; }

    /// <summary>The variable that takes the value; null when nobody needs it.</summary>
    public required string? Result { get; init; }
}

/// <summary>Sends a message and goes on (clause 13.3.3, Send Task).</summary>
public sealed class SendTask : Activity
{
    public required MessageTrigger Message { get; init; }
}

/// <summary>Waits for a message (clause 13.3.3, Receive Task).</summary>
public sealed class ReceiveTask : Activity
{
    public required MessageTrigger Message { get; init; }
}

/// <summary>A task without a kind, or done by hand: for the reader; the token passes at once (clause 13.3.3, Abstract and Manual Task).</summary>
public sealed class PlainTask : Activity;

/// <summary>An embedded sub-process (clause 13.3.4): a scope of its own inside the scope that holds it.</summary>
public sealed class SubProcess : Activity
{
    public FlowScope Body { get; internal set; } = null!;
}

/// <summary>Starts another definition and waits for its end (clause 13.3.5).</summary>
public sealed class CallActivity : Activity
{
    public required string CalledProcess { get; init; }
}

/// <summary>How often an activity is done (clause 10.3.8).</summary>
public abstract record Repetition;

/// <summary>While a condition holds, one after the other (clause 13.3.6).</summary>
/// <param name="Condition">Goes on while true.</param>
/// <param name="TestBefore">The condition is asked before the first time too, so that it may be done not at all.</param>
/// <param name="Maximum">At most this often; null for the engine's own limit.</param>
public sealed record StandardLoop(FeelExpression Condition, bool TestBefore, int? Maximum) : Repetition;

/// <summary>Once for each of several, together or in order (clause 13.3.7).</summary>
/// <param name="Sequential">One after the other in the order of the list; otherwise all at once.</param>
/// <param name="Cardinality">How many; null when a list says so.</param>
/// <param name="Collection">The list, read once when the activity begins.</param>
/// <param name="Item">The variable that holds the item of each instance.</param>
/// <param name="Result">What each instance contributes to <paramref name="Results"/>, computed when it ends.</param>
/// <param name="Results">The variable that holds all results, in the order of the list.</param>
/// <param name="Until">Asked whenever an instance ends; when true, the others are ended and the activity completes.</param>
/// <param name="WhenEmpty">Whether an empty list completes the activity; if not, somebody has to look (nobody asked must not mean all agreed).</param>
public sealed record MultiInstance(
    bool Sequential, FeelExpression? Cardinality, FeelExpression? Collection, string? Item, FeelExpression? Result, string? Results, FeelExpression? Until, EmptyList WhenEmpty) : Repetition;

/// <summary>What an activity does that has nobody to do it.</summary>
public enum EmptyList
{
    Complete,
    RaiseIncident,
}
