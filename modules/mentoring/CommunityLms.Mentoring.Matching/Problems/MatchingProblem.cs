using System.Runtime.InteropServices;

namespace CommunityLms.Mentoring.Matching.Problems;

/// <summary>
/// A checked input in the form computations need: people as numbers in the order of their ids, so that the order in which they came in
/// doesn't matter, and the candidates of each trainee together, cheapest first.
/// </summary>
public sealed class MatchingProblem
{
    internal MatchingProblem(MatchingInput input, IReadOnlyDictionary<Guid, int> traineeNumbers, IReadOnlyDictionary<Guid, int> mentorNumbers, ILookup<int, Edge> forbidden)
    {
        (Input, TraineeNumbers, MentorNumbers, ForbiddenEdges) = (input, traineeNumbers, mentorNumbers, forbidden);
        Exclusions = input.Exclusions.ToLookup(e => traineeNumbers[e.Trainee]);
    }

    public MatchingInput Input { get; }

    /// <summary>In the order of their ids.</summary>
    public required IReadOnlyList<Guid> Trainees { get; init; }

    /// <summary>In the order of their ids.</summary>
    public required IReadOnlyList<MentorPlaces> Mentors { get; init; }

    /// <summary>What a trainee without a mentor counts in the objective; with none given, more than any exchange of pairs can save.</summary>
    public required long UnmatchedPrice { get; init; }

    /// <summary>What each trainee a mentor lacks to their minimum counts in the objective; 0 when there are no minimums.</summary>
    public required long ShortfallPrice { get; init; }

    internal IReadOnlyDictionary<Guid, int> TraineeNumbers { get; }

    internal IReadOnlyDictionary<Guid, int> MentorNumbers { get; }

    /// <summary>Where each trainee's edges begin; one entry more than trainees.</summary>
    internal int[] First { get; init; } = [];

    /// <summary>The candidates that aren't forbidden, by trainee, then by cost, then by mentor.</summary>
    internal Edge[] Edges { get; init; } = [];

    /// <summary>The candidates that are, by trainee.</summary>
    internal ILookup<int, Edge> ForbiddenEdges { get; }

    internal ILookup<int, Exclusion> Exclusions { get; }

    /// <summary>The edge each trainee is pinned to; -1 for the others.</summary>
    internal int[] Pinned { get; init; } = [];

    /// <summary>Each mentor's places that no pinned pair takes.</summary>
    internal int[] Capacity { get; init; } = [];

    /// <summary>What pinned pairs leave of each mentor's minimum.</summary>
    internal int[] Minimum { get; init; } = [];

    /// <summary>An upper bound of what any exchange of pairs can change in the total cost, and one more.</summary>
    internal long CostSpan { get; init; }

    /// <summary>Reads an input; people, pairs and numbers that can't be are named, all at once.</summary>
    public static ProblemReading Read(MatchingInput input) => new ProblemReader(input).Read();

    /// <summary>The candidate, unless there is none or it is forbidden.</summary>
    public Candidate? Find(Guid trainee, Guid mentor) => FindEdge(trainee, mentor) is >= 0 and var edge ? Input.Candidates[Edges[edge].Source] : null;

    internal Span<Edge> EdgesOf(int trainee) => Edges.AsSpan(First[trainee], First[trainee + 1] - First[trainee]);

    /// <returns>-1 when the pair isn't allowed or somebody isn't known.</returns>
    internal int FindEdge(Guid trainee, Guid mentor)
    {
        if (TraineeNumbers.TryGetValue(trainee, out var t) && MentorNumbers.TryGetValue(mentor, out var m))
            for (var e = First[t]; e < First[t + 1]; e++)
                if (Edges[e].Mentor == m)
                    return e;
        return -1;
    }
}

/// <param name="Problem">Null when there are faults.</param>
public sealed record ProblemReading(MatchingProblem? Problem, IReadOnlyList<InputFault> Faults);

/// <summary>A candidate as numbers.</summary>
/// <param name="Source">Its place in the input.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Edge(long Cost, int Mentor, int Source)
{
    public static readonly Comparison<Edge> ByCost = (a, b) => a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : a.Mentor.CompareTo(b.Mentor);
}
