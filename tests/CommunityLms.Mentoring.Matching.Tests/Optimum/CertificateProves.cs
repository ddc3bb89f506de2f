using CommunityLms.Mentoring.Matching.Optimum;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;
using CommunityLms.Mentoring.Matching.Stability;

namespace CommunityLms.Mentoring.Matching.Tests.Optimum;

public sealed class CertificateProves
{
    [Fact]
    public void Certificate_WhenOfAnOptimum_ProvesIt() => Draw.Check(25, chance =>
    {
        var problem = Middle(chance).Problem();

        var check = Certificate.Check(problem, OptimalMatching.Of(problem));

        check.Faults.ShouldBeEmpty();
        check.Objective.ShouldBe(check.Bound);
    });

    [Fact]
    public void Certificate_WhenOfAnyOtherMatching_ProvesItOnlyIfItIsAsGood() => Draw.Check(200, chance =>
    {
        var input = Draw.Small(chance, minimums: chance.Next(2) == 0);
        var problem = input.Problem();
        var best = OptimalMatching.Of(problem);
        foreach (var other in BruteForce.AllMatchings(input).Take(50))
        {
            var result = new MatchingResult([.. other.Select(c => new MatchedPair(c.Trainee, c.Mentor, c.Cost, false))], [.. input.Trainees.Except(other.Select(c => c.Trainee))], other.Sum(c => c.Cost)) { Certificate = best.Certificate };

            Certificate.Check(problem, result).IsProven.ShouldBe(Worth(input, result) == Worth(input, best));
        }
    });

    [Fact]
    public void Certificate_WhenAPriceIsBent_ProvesNothing() => Draw.Check(100, chance =>
    {
        var problem = Middle(chance).Problem();
        var best = OptimalMatching.Of(problem);
        var (trainees, mentors) = (best.Certificate!.TraineePrices.ToArray(), best.Certificate.MentorPrices.ToArray());
        var wrong = chance.Next(2) == 0 ? 1_000_000 : -1_000_000;
        // The price of a mentor without any place may be anything high; one with a trainee has to fit the pair.
        var taken = best.Pairs[chance.Next(best.Pairs.Count)].Mentor;
        if (chance.Next(2) == 0)
            trainees[chance.Next(trainees.Length)] += wrong;
        else
            mentors[problem.Mentors.Index().First(m => m.Item.Id == taken).Index] += wrong;

        Certificate.Check(problem, best with { Certificate = new(trainees, mentors) }).IsProven.ShouldBeFalse();
    });

    /// <summary>Two want the one place of the first mentor, for 3 and for 4; nobody wants the second. Staying unmatched costs 9, so the place is worth 5.</summary>
    [Theory]
    [InlineData(8, 9, 5, 0)]
    [InlineData(9, 9, 5, 0, CertificateFaultKind.PairUndercutsPrice)]
    [InlineData(7, 9, 5, 0, CertificateFaultKind.PairIsDearer)]
    [InlineData(8, 8, 5, 0, CertificateFaultKind.UnmatchedPriceDiffers)]
    [InlineData(8, 10, 6, 0, CertificateFaultKind.PairIsDearer, CertificateFaultKind.UnmatchedPriceDiffers)]
    [InlineData(8, 9, 5, 1, CertificateFaultKind.MentorPriceDiffersFromLoad)]
    [InlineData(2, 9, -1, 0, CertificateFaultKind.PairUndercutsPrice, CertificateFaultKind.MentorPriceDiffersFromLoad)]
    public void Check_WhenAPriceIsOffByOne_NamesWhere(long first, long second, long wanted, long unwanted, params CertificateFaultKind[] expected)
    {
        var problem = new MatchingInput([Draw.T(1), Draw.T(2)], [new(Draw.M(1), 1), new(Draw.M(2), 1)], [new(Draw.T(1), Draw.M(1), 3), new(Draw.T(2), Draw.M(1), 4)]).Problem();
        var result = new MatchingResult([new(Draw.T(1), Draw.M(1), 3, false)], [Draw.T(2)], 3) { Certificate = new([first, second], [wanted, unwanted]) };

        var check = Certificate.Check(problem, result);

        check.Faults.Select(f => f.Kind).ShouldBe(expected);
        check.IsProven.ShouldBe(expected is []);
    }

    [Fact]
    public void Check_WhenTheResultBreaksARule_NamesIt()
    {
        var input = new MatchingInput([Draw.T(1), Draw.T(2), Draw.T(3)], [new(Draw.M(1), 1), new(Draw.M(2), 1)],
            [new(Draw.T(1), Draw.M(1), 5), new(Draw.T(2), Draw.M(1), 5), new(Draw.T(3), Draw.M(2), 5)]) { Pinned = [new(Draw.T(3), Draw.M(2))] };
        var result = new MatchingResult([new(Draw.T(1), Draw.M(1), 5, false), new(Draw.T(2), Draw.M(1), 4, false), new(Draw.T(2), Draw.M(2), 1, false)], [Draw.T(1)], 9) { Certificate = new([], []) };

        Certificate.Check(input.Problem(), result).Faults.Select(f => f.Kind).ShouldBe(
        [
            CertificateFaultKind.CostDiffers, CertificateFaultKind.TraineeTwice, CertificateFaultKind.NotAllowed, CertificateFaultKind.TraineeTwice, CertificateFaultKind.TraineeMissing,
            CertificateFaultKind.OverCapacity, CertificateFaultKind.PinnedPairMissing, CertificateFaultKind.CostDiffers, CertificateFaultKind.PricesAreOfAnotherProblem,
        ]);
    }

    [Fact]
    public void Check_WhenThereIsNoCertificate_SaysSo()
    {
        var problem = new MatchingInput([Draw.T(1)], [], []).Problem();
        var stable = DeferredAcceptance.Of(problem, new(new Dictionary<Guid, IReadOnlyList<Guid>>(), new Dictionary<Guid, IReadOnlyList<Guid>>()));

        Should.Throw<ArgumentException>(() => Certificate.Check(problem, stable)).Message.ShouldContain("no certificate");
    }

    private static (int Unmatched, int Shortfall, long Cost) Worth(MatchingInput input, MatchingResult result) =>
        (result.Unmatched.Count, input.Shortfall(result.Pairs.Select(p => p.Pair)), result.TotalCost);

    /// <summary>Scarce or ample places, sparse or dense, with minimums or without.</summary>
    private static MatchingInput Middle(Random chance) =>
        Draw.Of(chance, 150, chance.Next(40, 120), density: chance.Next(2, 30) / 100.0, costs: chance.Next(2) == 0 ? 5 : 100_000, largest: chance.Next(1, 5), minimums: chance.Next(2) == 0);
}
