using CommunityLms.Mentoring.Matching.Optimum;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;
using CommunityLms.Mentoring.Matching.Stability;

namespace CommunityLms.Mentoring.Matching.Tests.Stability;

public sealed class StableMatchings
{
    [Fact]
    public void DeferredAcceptance_Always_IsStableAndTheBestStableOneForEachTrainee() => Draw.Check(300, chance =>
    {
        var input = Draw.Small(chance);
        var wishes = Draw.Preferences(chance, input);
        var taste = new Taste(input, wishes);
        var stable = BruteForce.AllMatchings(input).Where(m => m.All(c => Pinned(input, c) || taste.Accept(c)) && !Blocking(input, taste, m).Any()).ToList();

        var result = DeferredAcceptance.Of(input.Problem(), wishes);

        Feasibility.FaultsOf(input.Problem(), result).ShouldBeEmpty();
        BlockingPairs.Find(input.Problem(), wishes, result).ShouldBeEmpty();
        stable.ShouldContain(m => m.Pairs().ToHashSet().SetEquals(result.Pairs.Select(p => p.Pair)));
        foreach (var other in stable)
        {
            other.Select(c => c.Trainee).ShouldBe(result.Pairs.Select(p => p.Trainee), ignoreOrder: true);
            foreach (var pair in other.Where(c => !Pinned(input, c)))
                taste.OfTrainee(result.Pairs.Single(p => p.Trainee == pair.Trainee).Pair).ShouldBeLessThanOrEqualTo(taste.OfTrainee(new(pair.Trainee, pair.Mentor)));
        }
    });

    [Fact]
    public void BlockingPairs_WhenOfAnyMatching_AreThoseOfTheDefinition() => Draw.Check(150, chance =>
    {
        var input = Draw.Small(chance);
        var wishes = Draw.Preferences(chance, input);
        var taste = new Taste(input, wishes);
        foreach (var matching in BruteForce.AllMatchings(input).Take(40))
        {
            var result = new MatchingResult([.. matching.Select(c => new MatchedPair(c.Trainee, c.Mentor, c.Cost, Pinned(input, c)))], [], 0);

            BlockingPairs.Find(input.Problem(), wishes, result).Select(b => new Pair(b.Trainee, b.Mentor)).ShouldBe(Blocking(input, taste, matching), ignoreOrder: true);
        }
    });

    [Fact]
    public void Optimum_WhenItGoesAgainstWishes_HasBlockingPairs()
    {
        var (a, b, x, y) = (Draw.T(1), Draw.T(2), Draw.M(1), Draw.M(2));
        var problem = new MatchingInput([a, b], [new(x, 1), new(y, 1)], [new(a, x, 1), new(a, y, 2), new(b, x, 1), new(b, y, 9)]).Problem();
        var wishes = new Preferences(new Dictionary<Guid, IReadOnlyList<Guid>> { [a] = [x, y] }, new Dictionary<Guid, IReadOnlyList<Guid>> { [x] = [a, b] });

        BlockingPairs.Find(problem, wishes, OptimalMatching.Of(problem)).ShouldBe([new(a, x, Instead: b)]);
        DeferredAcceptance.Of(problem, wishes).Pairs.Select(p => p.Pair).ShouldBe([new(a, x), new(b, y)]);
    }

    private static bool Pinned(MatchingInput input, Candidate candidate) => input.Pinned.Contains(new(candidate.Trainee, candidate.Mentor));

    /// <summary>By the definition: allowed, acceptable to both, both would rather.</summary>
    private static IEnumerable<Pair> Blocking(MatchingInput input, Taste taste, IReadOnlyList<Candidate> matching) =>
        from candidate in input.Candidates
        let pair = new Pair(candidate.Trainee, candidate.Mentor)
        where !input.Forbidden.Contains(pair) && taste.Accept(candidate) && !input.Pinned.Any(p => p.Trainee == pair.Trainee)
        let now = matching.Pairs().Where(p => p.Trainee == pair.Trainee).ToList()
        where !now.Contains(pair) && now.All(p => taste.OfTrainee(pair).CompareTo(taste.OfTrainee(p)) < 0)
        let held = matching.Where(c => c.Mentor == pair.Mentor).ToList()
        where held.Count < input.Mentors.Single(m => m.Id == pair.Mentor).Capacity
            || held.Any(c => !Pinned(input, c) && taste.OfMentor(pair).CompareTo(taste.OfMentor(new(c.Trainee, c.Mentor))) < 0)
        select pair;

    /// <summary>How much people like pairs, written down once more from the words: less is liked more.</summary>
    private sealed class Taste(MatchingInput input, Preferences wishes)
    {
        public bool Accept(Candidate c) => !wishes.ListedOnly
            || ((!wishes.OfTrainees.TryGetValue(c.Trainee, out var mine) || mine.Contains(c.Mentor)) && (!wishes.OfMentors.TryGetValue(c.Mentor, out var theirs) || theirs.Contains(c.Trainee)));

        public (bool, int, long, Guid) OfTrainee(Pair pair) => Of(pair, wishes.OfTrainees.GetValueOrDefault(pair.Trainee), pair.Mentor);

        public (bool, int, long, Guid) OfMentor(Pair pair) => Of(pair, wishes.OfMentors.GetValueOrDefault(pair.Mentor), pair.Trainee);

        private (bool, int, long, Guid) Of(Pair pair, IReadOnlyList<Guid>? list, Guid whom)
        {
            var candidate = input.Candidates.Single(c => c.Trainee == pair.Trainee && c.Mentor == pair.Mentor);
            var place = list?.ToList().IndexOf(whom) ?? -1;
            return (!Accept(candidate), place < 0 ? int.MaxValue : place, candidate.Cost, whom);
        }
    }
}
