using CommunityLms.Mentoring.Matching.Problems;

namespace CommunityLms.Mentoring.Matching.Results;

/// <summary>Two results side by side, in the order of the trainees' ids.</summary>
/// <param name="InBoth">Pairs that both have.</param>
/// <param name="OnlyInFirst">Pairs the second doesn't have.</param>
/// <param name="OnlyInSecond">Pairs the first doesn't have.</param>
/// <param name="MatchedOnlyInFirst">Trainees whom the second leaves without a mentor or doesn't know.</param>
/// <param name="MatchedOnlyInSecond">Trainees whom the first leaves without a mentor or doesn't know.</param>
/// <param name="CostDifference">The second's total cost less the first's; each is counted by its own costs.</param>
public sealed record MatchingComparison(
    IReadOnlyList<Pair> InBoth, IReadOnlyList<MatchedPair> OnlyInFirst, IReadOnlyList<MatchedPair> OnlyInSecond,
    IReadOnlyList<Guid> MatchedOnlyInFirst, IReadOnlyList<Guid> MatchedOnlyInSecond, long CostDifference)
{
    public static MatchingComparison Of(MatchingResult first, MatchingResult second)
    {
        var (inFirst, inSecond) = (first.Pairs.Select(p => p.Pair).ToHashSet(), second.Pairs.Select(p => p.Pair).ToHashSet());
        var (ofFirst, ofSecond) = (first.Pairs.Select(p => p.Trainee).ToHashSet(), second.Pairs.Select(p => p.Trainee).ToHashSet());
        return new(
            [.. first.Pairs.Select(p => p.Pair).Where(inSecond.Contains)],
            [.. first.Pairs.Where(p => !inSecond.Contains(p.Pair))],
            [.. second.Pairs.Where(p => !inFirst.Contains(p.Pair))],
            [.. first.Pairs.Select(p => p.Trainee).Where(t => !ofSecond.Contains(t))],
            [.. second.Pairs.Select(p => p.Trainee).Where(t => !ofFirst.Contains(t))],
            second.TotalCost - first.TotalCost);
    }
}
