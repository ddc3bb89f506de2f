using System.Runtime.InteropServices;
using CommunityLms.Mentoring.Matching.Optimum;
using CommunityLms.Mentoring.Matching.Problems;

namespace CommunityLms.Mentoring.Matching.Results;

/// <summary>Who is matched with whom, however it was found.</summary>
/// <param name="Pairs">In the order of the trainees' ids.</param>
/// <param name="Unmatched">In the order of their ids.</param>
/// <param name="TotalCost">The costs of all pairs, the pinned ones included; nothing for those who aren't matched.</param>
public sealed record MatchingResult(IReadOnlyList<MatchedPair> Pairs, IReadOnlyList<Guid> Unmatched, long TotalCost)
{
    /// <summary>The proof that nothing is better; null when the matching wasn't made to be the cheapest.</summary>
    public Certificate? Certificate { get; init; }

    /// <param name="edges">The edge of each trainee, -1 without one.</param>
    internal static MatchingResult Of(MatchingProblem problem, int[] edges)
    {
        var pairs = new List<MatchedPair>();
        var unmatched = new List<Guid>();
        for (var t = 0; t < edges.Length; t++)
            if (edges[t] is >= 0 and var e)
                pairs.Add(new(problem.Trainees[t], problem.Mentors[problem.Edges[e].Mentor].Id, problem.Edges[e].Cost, e == problem.Pinned[t]));
            else
                unmatched.Add(problem.Trainees[t]);
        return new(pairs, unmatched, pairs.Sum(p => p.Cost));
    }
}

[StructLayout(LayoutKind.Auto)]
public readonly record struct MatchedPair(Guid Trainee, Guid Mentor, long Cost, bool IsPinned)
{
    public Pair Pair => new(Trainee, Mentor);
}
