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
    /// <summary>Up to so many pairs all are candidates; above, for each trainee the nearest and some of all the others.</summary>
    private const long AllPairs = 1_000_000;

    /// <summary>How many of those who fit best.</summary>
    public const int Nearest = 35;

    /// <summary>How many of all mentors, evenly: where many look at the same few, somebody must be able to go elsewhere.</summary>
    public const int Others = 15;

    /// <summary>Whether every pair the rules allow is a candidate.</summary>
    public bool TakesAll => (long)mentors.Count * trainees.Count <= AllPairs;

    /// <param name="settled">Pairs that are candidates in any case, where the rules allow them.</param>
    public MatchingInput Find(IReadOnlySet<Pair> settled, CancellationToken cancel)
    {
        var (candidates, exclusions) = (new List<Candidate>(), new List<Exclusion>());
        var all = TakesAll;
        var stride = Math.Max(1, (mentors.Count + Others - 1) / Others);
        var kept = settled.ToLookup(p => p.Trainee, p => p.Mentor);
        // The one that fits least stands first, so that it is the one to go.
        var nearest = new PriorityQueue<Candidate, long>(Nearest);
        var excluded = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var t = 0; t < trainees.Count; t++)
        {
            cancel.ThrowIfCancellationRequested();
            var (trainee, wanted) = (trainees[t], kept[trainees[t].PersonId].ToHashSet());
            for (var m = 0; m < mentors.Count; m++)
            {
                // Where many fit equally well, each trainee begins with others, or all would look at the same ones.
                var mentor = mentors[(int)((m + ((long)t * Nearest)) % mentors.Count)].Person;
                if (mentor.PersonId == trainee.PersonId)
                    continue;
                if (programme.Excludes(mentor.Workplace, trainee.Workplace) is { } rule)
                {
                    var name = rule == ContractRules.NotOneSchool ? nameof(ContractRules.NotOneSchool) : nameof(ContractRules.NotOneDistrict);
                    if (all)
                        exclusions.Add(new(trainee.PersonId, mentor.PersonId, name));
                    else
                        excluded[name] = excluded.GetValueOrDefault(name) + 1;
                    continue;
                }
                var candidate = new Candidate(trainee.PersonId, mentor.PersonId, costs.Of(mentor, trainee));
                if (all || m % stride == 0 || wanted.Contains(mentor.PersonId))
                    candidates.Add(candidate);
                else if (nearest.Count < Nearest)
                    nearest.Enqueue(candidate, -candidate.Cost);
                else if (candidate.Cost < nearest.Peek().Cost)
                    nearest.DequeueEnqueue(candidate, -candidate.Cost);
            }
            exclusions.AddRange(excluded.Select(e => new Exclusion(trainee.PersonId, null, e.Key, e.Value)));
            excluded.Clear();
            candidates.AddRange(nearest.UnorderedItems.Select(n => n.Element));
            nearest.Clear();
        }
        return new([.. trainees.Select(t => t.PersonId)], [.. mentors.Select(m => new MentorPlaces(m.Person.PersonId, m.Places))], candidates)
        {
            Exclusions = exclusions,
            // More than any exchange of pairs can save, whichever of all pairs become candidates in the end.
            UnmatchedPrice = all ? null : (trainees.Count + 1) * (costs.Most + 1),
        };
    }

    /// <summary>Pairs that aren't candidates and would make the optimum better, by its prices: without any it is the optimum of all pairs (pricing, as in column generation).</summary>
    /// <param name="result">Optimal for the problem.</param>
    public IReadOnlyList<Candidate> Undercutting(MatchingProblem problem, MatchingResult result, CancellationToken cancel)
    {
        var prices = result.Certificate!;
        var mentorPrice = problem.Mentors.Zip(prices.MentorPrices).ToDictionary(m => m.First.Id, m => m.Second);
        var traineePrice = problem.Trainees.Zip(prices.TraineePrices).ToDictionary(t => t.First, t => t.Second);
        var ofMentors = mentors.Select(m => mentorPrice[m.Person.PersonId]).ToArray();
        var (forbidden, pinned) = (problem.Input.Forbidden.ToHashSet(), problem.Input.Pinned.Select(p => p.Trainee).ToHashSet());
        var (found, best) = (new List<Candidate>(), new PriorityQueue<Candidate, long>(Others));
        foreach (var trainee in trainees.Where(t => !pinned.Contains(t.PersonId)))
        {
            cancel.ThrowIfCancellationRequested();
            var price = traineePrice[trainee.PersonId];
            for (var m = 0; m < ofMentors.Length; m++)
            {
                // Costs aren't below 0, so a mentor's price alone may say that nothing is gained.
                if (ofMentors[m] >= price || !Allows(mentors[m].Person, trainee))
                    continue;
                var candidate = new Candidate(trainee.PersonId, mentors[m].Person.PersonId, costs.Of(mentors[m].Person, trainee));
                var gain = price - candidate.Cost - ofMentors[m];
                if (gain <= 0 || forbidden.Contains(new(candidate.Trainee, candidate.Mentor)))
                    continue;
                if (best.Count == Others)
                    best.EnqueueDequeue(candidate, gain);
                else
                    best.Enqueue(candidate, gain);
            }
            found.AddRange(best.UnorderedItems.Select(b => b.Element));
            best.Clear();
        }
        return found;
    }

    private bool Allows(Participant mentor, Participant trainee) => mentor.PersonId != trainee.PersonId && programme.Excludes(mentor.Workplace, trainee.Workplace) is null;
}
