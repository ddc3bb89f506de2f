namespace CommunityLms.Workflows.Engine.Execution;

/// <summary>One line of what happened, in the order it happened.</summary>
/// <param name="NodeId">The node; null for what concerns the whole case.</param>
/// <param name="Instance">The node instance; 0 where a token only passed.</param>
/// <param name="Detail">The flow taken, the error's code, the target of a move.</param>
public readonly record struct JournalEntry(JournalKind Kind, string? NodeId, int Instance = 0, string? Detail = null);

public enum JournalKind
{
    CaseStarted,
    Entered,
    Completed,
    Withdrawn,
    FlowTaken,
    Caught,
    ErrorThrown,
    IncidentRaised,
    IncidentResolved,
    Retried,
    Skipped,
    Moved,
    SentBack,
    InstanceAdded,

    /// <summary>An expression gave null, with what it said.</summary>
    Warning,
    CaseEnded,
}
