using CommunityLms.Mentoring.Matching.Problems;

namespace CommunityLms.Mentoring.Matching.Explaining;

/// <summary>Why a trainee has no mentor, and what would help, the smallest change first.</summary>
/// <param name="Candidates">How many mentors they could have had, the forbidden ones left out.</param>
/// <param name="Forbidden">How many more were forbidden.</param>
/// <param name="Rules">Which rules exclude how many mentors, the one that excludes most first.</param>
public sealed record UnmatchedTrainee(Guid Trainee, UnmatchedReason Reason, int Candidates, int Forbidden, IReadOnlyList<RuleCount> Rules, IReadOnlyList<Remedy> Remedies);

public enum UnmatchedReason
{
    /// <summary>The hard rules leave no mentor at all.</summary>
    NoCandidate,

    /// <summary>Mentors would be left, and each of those pairs is forbidden.</summary>
    OnlyForbidden,

    /// <summary>All mentors they could have are full, and whoever might make room finds no other place.</summary>
    AllFull,

    /// <summary>There would be a place; it makes the whole dearer than the price of staying unmatched.</summary>
    DearerThanUnmatched,
}

public sealed record RuleCount(string Rule, int Mentors);

/// <summary>One change with which a trainee would be matched and everybody else stay so.</summary>
/// <param name="Mentor">Who gets one place more, or whose pair with the trainee becomes possible; null for a rule whose mentors aren't named.</param>
/// <param name="ExtraCost">By how much the total cost rises (or falls); null where the cost of the new pair isn't known.</param>
/// <param name="Moves">The trainee's own pair first, then those who move on to make room, each with their new mentor.</param>
public sealed record Remedy(RemedyKind Kind, Guid? Mentor, string? Rule, long? ExtraCost, IReadOnlyList<Pair> Moves);

public enum RemedyKind
{
    /// <summary>One place more at the mentor.</summary>
    AddPlace,

    /// <summary>The pair of trainee and mentor is forbidden no more.</summary>
    LiftProhibition,

    /// <summary>The rule is waived for the trainee, with that mentor where one is named.</summary>
    WaiveRule,

    /// <summary>The price of staying unmatched is raised above the extra cost.</summary>
    RaiseUnmatchedPrice,
}
