using System.Runtime.InteropServices;

namespace CommunityLms.Mentoring.Matching.Problems;

/// <summary>Who is to be matched with whom. Hard rules are said by leaving candidates out, wishes by what a candidate costs.</summary>
/// <param name="Trainees">Everybody who looks for a mentor; each gets one at most.</param>
/// <param name="Mentors">Everybody who may be one. The same person may be on both sides, only not for themself.</param>
/// <param name="Candidates">The pairs that are possible.</param>
public sealed record MatchingInput(IReadOnlyList<Guid> Trainees, IReadOnlyList<MentorPlaces> Mentors, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>Pairs that must hold, each of them a candidate.</summary>
    public IReadOnlyList<Pair> Pinned { get; init; } = [];

    /// <summary>Pairs that must not hold although the rules allow them.</summary>
    public IReadOnlyList<Pair> Forbidden { get; init; } = [];

    /// <summary>Which rules keep people from being candidates; nothing but explanations depends on it.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>
    /// What it costs to leave a trainee without a mentor, in the unit of the candidates' costs: a pair that makes the whole dearer by more
    /// isn't made. Null: as many trainees as possible are matched, whatever that costs.
    /// </summary>
    public long? UnmatchedPrice { get; init; }
}

/// <summary>A mentor and how many trainees they take.</summary>
/// <param name="Capacity">At most so many; 0 for a mentor who takes nobody now.</param>
/// <param name="Minimum">At least so many, as far as that costs no trainee their mentor; comes before cost.</param>
public sealed record MentorPlaces(Guid Id, int Capacity, int Minimum = 0);

/// <summary>A pair that all hard rules allow.</summary>
/// <param name="Cost">How little it fits: a sum of weighted wishes, in any whole unit; less is better, negative is possible.</param>
/// <param name="Parts">What the cost is made of, so that a page can explain it; null when the caller works it out when asked.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Candidate(Guid Trainee, Guid Mentor, long Cost, IReadOnlyList<WishCost>? Parts = null);

/// <summary>One wish's share of a cost.</summary>
/// <param name="Wish">The caller's key of the wish: distance, grade band, need against strength.</param>
public sealed record WishCost(string Wish, long Cost);

/// <summary>A trainee and a mentor.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Pair(Guid Trainee, Guid Mentor);

/// <summary>Why a trainee and a mentor aren't candidates.</summary>
/// <param name="Mentor">Null when a rule excludes many mentors at once and they aren't named.</param>
/// <param name="Rule">The caller's key of the hard rule.</param>
/// <param name="Mentors">How many mentors it excludes; 1 when the mentor is named.</param>
public sealed record Exclusion(Guid Trainee, Guid? Mentor, string Rule, int Mentors = 1);
