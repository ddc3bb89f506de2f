using CommunityLms.Mentoring.Matching.MidTerm;
using CommunityLms.Mentoring.Matching.Optimum;
using CommunityLms.Mentoring.Matching.Problems;

namespace CommunityLms.Mentoring.Matching.Tests.Optimum;

/// <summary>No sum leaves 64 bits, whatever costs are let in.</summary>
public sealed class LargestCosts
{
    /// <summary>What an input's costs and its price may come to, with a little room for the one that is added.</summary>
    private const long Most = (1L << 60) - (1L << 30);

    [Fact]
    public void Matching_WhenCostsAreAsLargeAsAllowed_IsTheSameAsWithSmallOnes() => Draw.Check(300, chance =>
    {
        var small = Draw.Small(chance, minimums: chance.Next(2) == 0);
        var span = Math.Max(1, small.Candidates.Select(c => c.Cost).Append(0).Max() - small.Candidates.Select(c => c.Cost).Append(0).Min());
        var largest = Most / (4 * (small.Trainees.Count + 1) * small.Trainees.Count) / span;
        var large = small with
        {
            Candidates = [.. small.Candidates.Select(c => c with { Cost = c.Cost * largest })],
            UnmatchedPrice = chance.Next(2) == 0 ? null : Most / (4 * (small.Trainees.Count + 1)),
        };
        var before = small.Candidates.DistinctBy(c => c.Trainee).Select(c => new Pair(c.Trainee, c.Mentor)).ToList();

        var result = OptimalMatching.Of(large.Problem());

        Certificate.Check(large.Problem(), result).IsProven.ShouldBeTrue();
        if (large.UnmatchedPrice is null)
            result.TotalCost.ShouldBe(OptimalMatching.Of(small.Problem()).TotalCost * largest);
        foreach (var priority in Enum.GetValues<RematchingPriority>())
        {
            var rematch = Rematching.Of(large.Problem(), before, priority);
            Certificate.Check(rematch.Favouring, rematch.Favoured).IsProven.ShouldBeTrue();
            if (large.UnmatchedPrice is null)
                rematch.Kept.Count.ShouldBe(Rematching.Of(small.Problem(), before, priority).Kept.Count);
        }
    });
}
