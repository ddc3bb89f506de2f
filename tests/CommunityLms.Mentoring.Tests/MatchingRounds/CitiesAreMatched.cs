using CommunityLms.Institutes.Contracts;
using CommunityLms.Mentoring.Matching.Optimum;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;
using CommunityLms.Mentoring.MatchingRounds;

namespace CommunityLms.Mentoring.Tests.MatchingRounds;

/// <summary>What is found from some pairs of a city must be what is found from all of them.</summary>
public sealed class CitiesAreMatched
{
    private const int MentorCount = 220, TraineeCount = 260;
    private readonly List<Participant> _mentors = [];
    private readonly List<Participant> _trainees = [];
    private readonly HashSet<Pair> _earlier = [];

    [Theory, MemberData(nameof(Seeds))]
    public void Optimum_OfSomePairs_IsThatOfAll(int seed)
    {
        var random = new Random(seed);
        Draw(random);
        var costs = new PairCosts(Enum.GetValues<Wish>().ToDictionary(w => w, _ => random.Next(MatchingRound.MostWeight)), _earlier);
        var places = _mentors.Select(m => new MentorPlaces(m.PersonId, random.Next(seed % 2 == 0 ? 2 : 4))).ToList();
        var (forbidden, pin) = (Enumerable.Range(0, 300).Select(_ => RandomPair(random)).Where(p => p.Trainee != p.Mentor).ToHashSet(), Pin(places, costs));
        forbidden.Remove(pin);
        MatchingInput Input(IReadOnlyList<Candidate> candidates) =>
            new([.. _trainees.Select(t => t.PersonId)], places, candidates) { Forbidden = [.. forbidden], Pinned = [pin], UnmatchedPrice = (TraineeCount + 1) * (costs.Most + 1) };
        var all = from t in _trainees from m in _mentors where t.PersonId != m.PersonId && RuleAgainst(m, t) is null select new Candidate(t.PersonId, m.PersonId, costs.Of(m, t));
        var whole = MatchingProblem.Read(Input([.. all])).Problem!;
        var expected = OptimalMatching.Of(whole);

        var city = new CityPairs(costs, RuleAgainst, _mentors, _trainees);
        var (candidates, exclusions) = city.Begin(new HashSet<Pair> { pin }, TestContext.Current.CancellationToken);
        candidates.Count.ShouldBeLessThan(whole.Input.Candidates.Count / 2);
        var (problem, result) = Best(city, MatchingProblem.Read(Input(candidates)).Problem!);

        (result.TotalCost, result.Pairs.Count).ShouldBe((expected.TotalCost, expected.Pairs.Count));
        // Its prices prove it for all pairs too, not only for those that became candidates.
        Certificate.Check(problem, result).IsProven.ShouldBeTrue();
        Certificate.Check(whole, result).IsProven.ShouldBeTrue();
        exclusions.OrderBy(e => e.Trainee).ThenBy(e => e.Rule).ShouldBe(Excluded());
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    private static (MatchingProblem, MatchingResult) Best(CityPairs city, MatchingProblem problem)
    {
        while (true)
        {
            var result = OptimalMatching.Of(problem);
            if (city.Undercutting(problem, result, TestContext.Current.CancellationToken) is not { Count: > 0 } better)
                return (problem, result);
            problem = MatchingProblem.Read(problem.Input with { Candidates = [.. problem.Input.Candidates, .. better] }).Problem!;
        }
    }

    /// <summary>Few schools and districts, so that many are colleagues; some were pairs before, some rank others, some stand on both sides.</summary>
    private void Draw(Random random)
    {
        var districts = Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()).ToArray();
        var schools = Enumerable.Range(0, 40).Select(i => (Id: Guid.CreateVersion7(), Setting: (UnitSetting)random.Next(3), District: districts[i % 3])).ToArray();
        Guid[] mentors = [.. Enumerable.Range(0, MentorCount).Select(_ => Guid.CreateVersion7())];
        Guid[] trainees = [.. Enumerable.Range(0, TraineeCount - 10).Select(_ => Guid.CreateVersion7()), .. mentors[..10]];
        _mentors.AddRange(mentors.Select(m => Teacher(m, trainees)));
        _trainees.AddRange(trainees.Select(t => Teacher(t, mentors)));
        for (var i = 0; i < 200; i++)
            _earlier.Add(RandomPair(random));

        Participant Teacher(Guid id, Guid[] others)
        {
            var school = schools[random.Next(schools.Length)];
            GradeBand? grades = random.Next(6) == 0 ? null : (GradeBand)random.Next(3);
            return new(id, school.Id, school.Setting, school.District, grades, random.Next(5) == 0 ? [.. random.GetItems(others, 3).Distinct().Where(o => o != id)] : []);
        }
    }

    private Pair RandomPair(Random random) => new(_trainees[random.Next(TraineeCount)].PersonId, _mentors[random.Next(MentorCount)].PersonId);

    /// <summary>The dearest of the pairs that can be.</summary>
    private Pair Pin(List<MentorPlaces> places, PairCosts costs) =>
        (from t in _trainees from m in _mentors.Where((_, i) => places[i].Capacity > 0) where t.PersonId != m.PersonId && RuleAgainst(m, t) is null orderby costs.Of(m, t) descending select new Pair(t.PersonId, m.PersonId)).First();

    private static string? RuleAgainst(Participant mentor, Participant trainee) =>
        mentor.SchoolId == trainee.SchoolId ? "School" : mentor.DistrictId == trainee.DistrictId && mentor.GradeBand == GradeBand.MiddlePrimary ? "District" : null;

    private IEnumerable<Exclusion> Excluded() =>
        from t in _trainees
        orderby t.PersonId
        from rule in _mentors.Where(m => m.PersonId != t.PersonId).Select(m => RuleAgainst(m, t)).OfType<string>().CountBy(r => r).OrderBy(r => r.Key)
        select new Exclusion(t.PersonId, null, rule.Key, rule.Value);
}
