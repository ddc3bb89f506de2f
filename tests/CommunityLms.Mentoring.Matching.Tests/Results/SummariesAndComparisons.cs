using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;
using static CommunityLms.Mentoring.Matching.Tests.Draw;

namespace CommunityLms.Mentoring.Matching.Tests.Results;

public sealed class SummariesAndComparisons
{
    private static readonly MatchingResult s_result = new([new(T(1), M(1), 4, false), new(T(2), M(1), 9, true), new(T(3), M(2), 2, false)], [T(4)], 15);

    [Fact]
    public void Summary_WhenThereArePairs_CountsThem()
    {
        var problem = new MatchingInput([T(1), T(2), T(3), T(4)], [new(M(1), 2), new(M(2), 3, 2), new(M(3), 1)], []).Problem();

        var summary = MatchingSummary.Of(problem, s_result);

        (summary.Matched, summary.Unmatched, summary.TotalCost, summary.MeanCost, summary.BelowMinimum).ShouldBe((3, 1, 15L, 5m, 1));
        summary.WorstPair.ShouldBe(new(T(2), M(1), 9, true));
        summary.Load.MentorsByLoad.ShouldBe([(0, 1), (1, 1), (2, 1)]);
        (summary.Load.Full, summary.Load.FreePlaces, summary.Load.Mean).ShouldBe((1, 3L, 1.0));
        summary.Load.Deviation!.Value.ShouldBe(Math.Sqrt(2 / 3.0), 1e-12);
    }

    [Fact]
    public void Summary_WhenThereIsNobody_HasNoMeans()
    {
        var summary = MatchingSummary.Of(new MatchingInput([], [], []).Problem(), new([], [], 0));

        (summary.MeanCost, summary.WorstPair, summary.Load.Mean, summary.Load.Deviation).ShouldBe((null, null, null, null));
    }

    [Fact]
    public void Comparison_WhenResultsDiffer_SaysWhere()
    {
        var other = new MatchingResult([new(T(1), M(1), 4, false), new(T(2), M(2), 1, false), new(T(4), M(3), 3, false)], [T(3)], 8);

        var comparison = MatchingComparison.Of(s_result, other);

        comparison.InBoth.ShouldBe([new(T(1), M(1))]);
        comparison.OnlyInFirst.Select(p => p.Pair).ShouldBe([new(T(2), M(1)), new(T(3), M(2))]);
        comparison.OnlyInSecond.Select(p => p.Pair).ShouldBe([new(T(2), M(2)), new(T(4), M(3))]);
        (comparison.MatchedOnlyInFirst.Single(), comparison.MatchedOnlyInSecond.Single(), comparison.CostDifference).ShouldBe((T(3), T(4), -7));
    }
}
