using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Matching.Explaining;
using CommunityLms.Mentoring.Matching.Results;

namespace CommunityLms.Mentoring.MatchingRounds;

internal enum MatchingMethod
{
    /// <summary>As many trainees matched as possible, then the least cost; with a proof.</summary>
    Optimum,

    /// <summary>Deferred acceptance: nobody could both do better by changing.</summary>
    Stable,
}

/// <summary>One result of a round as it was computed; never changed. Its id is the job's, so that a job run twice brings one.</summary>
internal sealed class MatchingOutcome : Aggregate
{
    private MatchingOutcome() { }

    public MatchingOutcome(Guid jobId, Guid roundId, int number, MatchingMethod method, string who, DateTime at, MatchingSummary summary)
    {
        (Id, RoundId, Number, Method, Who, At) = (jobId, roundId, number, method, who, at);
        (Matched, Unmatched, TotalCost, FullMentors, FreePlaces) = (summary.Matched, summary.Unmatched, summary.TotalCost, summary.Load.Full, summary.Load.FreePlaces);
    }

    public Guid RoundId { get; private set; }

    /// <summary>From 1 within the round.</summary>
    public int Number { get; private set; }

    public MatchingMethod Method { get; private set; }

    /// <summary>Who had it computed.</summary>
    public string Who { get; private set; } = "";

    public DateTime At { get; private set; }

    public int Matched { get; private set; }

    public int Unmatched { get; private set; }

    public long TotalCost { get; private set; }

    /// <summary>Mentors without a free place.</summary>
    public int FullMentors { get; private set; }

    public long FreePlaces { get; private set; }

    /// <summary>Whether the certificate proves that nothing is better; null for a method that brings none.</summary>
    public bool? IsProven { get; init; }

    /// <summary>Pairs who would both rather be together.</summary>
    public int Blocking { get; init; }

    /// <summary>How many mentors have how many trainees and the first of the blocking pairs, as JSON (<see cref="OutcomeDetails"/>).</summary>
    public string Details { get; init; } = "";
}

/// <param name="MentorsByLoad">How many mentors have how many trainees, the least load first.</param>
/// <param name="Blocking">The first of the pairs who would both rather be together.</param>
internal sealed record OutcomeDetails(IReadOnlyList<LoadCount> MentorsByLoad, IReadOnlyList<Matching.Stability.BlockingPair> Blocking)
{
    public const int MostBlocking = 50;
}

internal sealed record LoadCount(int Load, int Mentors);

/// <summary>A pair of a result.</summary>
[NotAudited]
internal sealed class OutcomePair : Entity, IMultiTenant
{
    public const int PartsLength = 400;

    private OutcomePair() { }

    public OutcomePair(Guid outcomeId, MatchedPair pair, string parts) =>
        (OutcomeId, MentorId, TraineeId, Cost, IsPinned, Parts) = (outcomeId, pair.Mentor, pair.Trainee, pair.Cost, pair.IsPinned, parts);

    public Guid TenantId { get; private set; }

    public Guid OutcomeId { get; private set; }

    public Guid MentorId { get; private set; }

    public Guid TraineeId { get; private set; }

    /// <summary>In points; 0 is as wished.</summary>
    public long Cost { get; private set; }

    public bool IsPinned { get; private set; }

    /// <summary>What each wish adds to the cost, as JSON; wishes that add nothing are left out.</summary>
    public string Parts { get; private set; } = "";
}

/// <summary>A trainee whom a result leaves without a mentor.</summary>
[NotAudited]
internal sealed class OutcomeLeft : Entity, IMultiTenant
{
    private OutcomeLeft() { }

    public OutcomeLeft(Guid outcomeId, Guid traineeId, UnmatchedReason reason, int candidates, string why) => (OutcomeId, TraineeId, Reason, Candidates, Why) = (outcomeId, traineeId, reason, candidates, why);

    public Guid TenantId { get; private set; }

    public Guid OutcomeId { get; private set; }

    public Guid TraineeId { get; private set; }

    public UnmatchedReason Reason { get; private set; }

    /// <summary>How many mentors they could have had.</summary>
    public int Candidates { get; private set; }

    /// <summary>Rules and the smallest change that would help, as JSON (<see cref="LeftDetails"/>).</summary>
    public string Why { get; private set; } = "";
}

/// <param name="Rules">Which rules exclude how many mentors.</param>
/// <param name="Remedy">The smallest change that would help; null where none is known.</param>
internal sealed record LeftDetails(IReadOnlyList<RuleCount> Rules, Remedy? Remedy);
