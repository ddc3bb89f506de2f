using CommunityLms.Mentoring.Contracting;

namespace CommunityLms.Mentoring.Monitoring;

/// <summary>Why a contract needs a look.</summary>
internal enum Concern
{
    /// <summary>A stage is past its last day and not closed, or a step has been awaited for too long.</summary>
    Overdue,

    /// <summary>Nothing was logged for too long.</summary>
    Silent,

    /// <summary>What counts lies behind the share of time gone, or it is overdue and silent at once.</summary>
    AtRisk,

    /// <summary>It rests.</summary>
    Deferred,

    /// <summary>Institute and school see the trainee differently.</summary>
    Disagreement,
}

/// <summary>The days with which pulses are compared.</summary>
/// <param name="QuietBefore">A last contact before this day is silence.</param>
/// <param name="AwaitedBefore">A step awaited since before this moment (UTC) is overdue.</param>
internal sealed record Limits(DateOnly Today, DateOnly QuietBefore, DateTime AwaitedBefore);

/// <summary>A contract with its pulse and what follows from both today; a part of queries, never loaded as it is.</summary>
internal sealed class Standing
{
    public required Contract Contract { get; init; }

    public required Pulse? Pulse { get; init; }

    public required bool IsOverdue { get; init; }

    public required bool IsSilent { get; init; }

    public required bool IsBehind { get; init; }

    public required bool Disagrees { get; init; }
}

/// <summary>How many contracts of a school, a district or a programme stand where.</summary>
internal sealed record Counts(IReadOnlyDictionary<ContractState, int> States, IReadOnlyDictionary<Concern, int> Concerns)
{
    public int All => States.Values.Sum();

    public int Of(ContractState state) => States.GetValueOrDefault(state);

    public int Of(Concern concern) => Concerns.GetValueOrDefault(concern);
}

/// <param name="DistrictId">Null for schools without a district above them.</param>
internal sealed record DistrictCounts(Guid? DistrictId, string Name, Counts Counts);

/// <param name="Districts">By name; only those with contracts.</param>
internal sealed record Overview(Counts Whole, IReadOnlyList<DistrictCounts> Districts);

/// <summary>Which contracts of a programme are listed.</summary>
internal sealed record StandingFilter(ContractState? State = null, Concern? Concern = null, Guid? DistrictId = null);

/// <summary>A contract in the list of monitoring, with the days that explain why it stands there.</summary>
internal sealed record StandingRow(Guid Id, string Mentor, string Trainee, string School, string Subject, ContractState State, TrainingStatus Training, ParticipationStatus Participation,
    IReadOnlyList<Concern> Concerns, DateOnly? StageDueOn, DateTime? AwaitedSince, DateOnly? QuietSince, int Reached, int Asked);
