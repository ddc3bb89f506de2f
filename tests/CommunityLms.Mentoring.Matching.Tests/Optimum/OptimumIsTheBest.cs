using CommunityLms.Mentoring.Matching.Optimum;
using CommunityLms.Mentoring.Matching.Problems;

namespace CommunityLms.Mentoring.Matching.Tests.Optimum;

/// <summary>Against every matching there is.</summary>
public sealed class OptimumIsTheBest
{
    [Fact]
    public void Optimum_Always_MatchesMostThenFillsMinimumsThenCostsLeast() => Draw.Check(300, chance =>
    {
        var input = Draw.Small(chance, minimums: chance.Next(2) == 0);

        var result = OptimalMatching.Of(input.Problem());

        Feasibility.FaultsOf(input.Problem(), result).ShouldBeEmpty();
        (result.Unmatched.Count, input.Shortfall(result.Pairs.Select(p => p.Pair)), result.TotalCost)
            .ShouldBe(BruteForce.AllMatchings(input).Min(m => (input.Trainees.Count - m.Count, input.Shortfall(m.Pairs()), m.Sum(c => c.Cost))));
    });

    [Fact]
    public void Optimum_WhenStayingUnmatchedHasAPrice_CostsLeastWithIt() => Draw.Check(300, chance =>
    {
        var price = chance.Next(40);
        var input = Draw.Small(chance, minimums: chance.Next(2) == 0) with { UnmatchedPrice = price };

        var result = OptimalMatching.Of(input.Problem());

        Certificate.Check(input.Problem(), result).IsProven.ShouldBeTrue();
        (input.Shortfall(result.Pairs.Select(p => p.Pair)), result.TotalCost + (price * result.Unmatched.Count))
            .ShouldBe(BruteForce.AllMatchings(input).Min(m => (input.Shortfall(m.Pairs()), m.Sum(c => c.Cost) + (price * (input.Trainees.Count - m.Count)))));
    });

    [Fact]
    public void Optimum_WhenTheInputIsShuffled_IsTheSame() => Draw.Check(100, chance =>
    {
        var input = Draw.Small(chance, minimums: true);
        Guid[] trainees = [.. input.Trainees];
        MentorPlaces[] mentors = [.. input.Mentors];
        Candidate[] candidates = [.. input.Candidates];
        chance.Shuffle(trainees);
        chance.Shuffle(mentors);
        chance.Shuffle(candidates);

        var (first, second) = (OptimalMatching.Of(input.Problem()), OptimalMatching.Of((input with { Trainees = trainees, Mentors = mentors, Candidates = candidates }).Problem()));

        second.Pairs.ShouldBe(first.Pairs);
        second.Unmatched.ShouldBe(first.Unmatched);
    });

    [Fact]
    public void Optimum_WhenNobodyIsThere_IsEmpty()
    {
        var problem = new MatchingInput([], [], []).Problem();

        var result = OptimalMatching.Of(problem);

        result.Pairs.ShouldBeEmpty();
        Certificate.Check(problem, result).IsProven.ShouldBeTrue();
    }
}
