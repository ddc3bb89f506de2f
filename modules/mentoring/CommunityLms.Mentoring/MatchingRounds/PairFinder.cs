using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>Turns people and wishes into what can be computed: the pairs the rules allow with their costs, and for each trainee which rule excludes how many.</summary>
/// <param name="programme">Whose forms of pairing hold.</param>
/// <param name="mentors">With the places they have free.</param>
internal sealed class PairFinder(PairCosts costs, Programme programme, IReadOnlyList<(Participant Person, int Places)> mentors, IReadOnlyList<Participant> trainees)
{
    /// <summary>Up to so many pairs all are candidates; above, those that <see cref="CityPairs"/> begins with.</summary>
    private const long AllPairs = 1_000_000;

    private CityPairs? _city;

    /// <summary>Whether every pair the rules allow is a candidate.</summary>
    public bool TakesAll => (long)mentors.Count * trainees.Count <= AllPairs;

    private CityPairs City => _city ??= new(costs, RuleAgainst, [.. mentors.Select(m => m.Person)], trainees);

    /// <param name="settled">Pairs that are candidates in any case, where the rules allow them.</param>
    public MatchingInput Find(IReadOnlySet<Pair> settled, CancellationToken cancel)
    {
        var (candidates, exclusions) = TakesAll ? All(cancel) : City.Begin(settled, cancel);
        return new([.. trainees.Select(t => t.PersonId)], [.. mentors.Select(m => new MentorPlaces(m.Person.PersonId, m.Places))], candidates)
        {
            Exclusions = exclusions,
            // More than any exchange of pairs can save, whichever of all pairs become candidates in the end.
            UnmatchedPrice = TakesAll ? null : (trainees.Count + 1) * (costs.Most + 1),
        };
    }

    /// <summary>Pairs that aren't candidates and would make the optimum better, by its prices: without any it is the optimum of all pairs.</summary>
    /// <param name="result">Optimal for the problem.</param>
    public IReadOnlyList<Candidate> Undercutting(MatchingProblem problem, MatchingResult result, CancellationToken cancel) => TakesAll ? [] : City.Undercutting(problem, result, cancel);

    private (List<Candidate> Candidates, List<Exclusion> Exclusions) All(CancellationToken cancel)
    {
        var (candidates, exclusions) = (new List<Candidate>(), new List<Exclusion>());
        foreach (var trainee in trainees)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var (mentor, _) in mentors.Where(m => m.Person.PersonId != trainee.PersonId))
                if (RuleAgainst(mentor, trainee) is { } rule)
                    exclusions.Add(new(trainee.PersonId, mentor.PersonId, rule));
                else
                    candidates.Add(new(trainee.PersonId, mentor.PersonId, costs.Of(mentor, trainee)));
        }
        return (candidates, exclusions);
    }

    /// <returns>The name of the rule that excludes the pair; null where none does.</returns>
    private string? RuleAgainst(Participant mentor, Participant trainee) => programme.Excludes(mentor.Workplace, trainee.Workplace) is not { } rule ? null
        : rule == ContractRules.NotOneSchool ? nameof(ContractRules.NotOneSchool) : nameof(ContractRules.NotOneDistrict);
}
