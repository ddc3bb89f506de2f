using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>
/// Carries a case on by one event: <c>(graph, state, event) → (state, commands, journal)</c>, without side effects, clock or chance,
/// so that the same events always lead to the same state. Follows the execution semantics of BPMN 2.0.2, clause 13.
/// </summary>
public static class ProcessEngine
{
    /// <returns>The new state with what it asks of the world; or the old state and why the event can't happen.</returns>
    public static StepResult Step(ProcessGraph graph, CaseState state, CaseEvent happened, EngineLimits? limits = null)
    {
        var execution = new CaseRun(state, graph, happened.At, limits ?? EngineLimits.Usual);
        var refusal = Happening.Apply(execution, happened);
        if (refusal is not null)
            return new(state, [], [], refusal);
        execution.Run();
        return new(execution.Freeze(), execution.Commands, execution.Journal, null);
    }
}

/// <param name="Refusal">Why nothing happened; null when it did.</param>
public sealed record StepResult(CaseState State, IReadOnlyList<CaseCommand> Commands, IReadOnlyList<JournalEntry> Journal, Refusal? Refusal);

/// <summary>Why an event can't happen to a case.</summary>
public enum Refusal
{
    /// <summary>The case has ended, or hasn't begun.</summary>
    NotRunning,
    AlreadyStarted,

    /// <summary>The step was done or withdrawn in the meantime.</summary>
    StepIsGone,

    /// <summary>The timer or message isn't waited for any more.</summary>
    NobodyWaits,

    /// <summary>The step isn't of the kind this can happen to.</summary>
    NotPossibleHere,

    /// <summary>The target isn't a node of the same scope or of one around it.</summary>
    TargetOutOfReach,
}

/// <summary>What one event may cause at most.</summary>
/// <param name="Visits">Nodes visited in one step: more is taken for a loop without an end, and held.</param>
/// <param name="Instances">Instances of one repeated activity.</param>
public sealed record EngineLimits(int Visits, int Instances)
{
    public static EngineLimits Usual { get; } = new(10_000, 5_000);
}
