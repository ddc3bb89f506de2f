using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>
/// The pairs of a city, too many to be candidates all at once: it begins with some for each trainee, and the prices of their optimum say which others
/// would make it better (pricing, as in column generation).
/// </summary>
/// <param name="ruleAgainst">As <see cref="PoolKinds"/> asks for it.</param>
internal sealed class CityPairs(PairCosts costs, Func<Participant, Participant, string?> ruleAgainst, IReadOnlyList<Participant> mentors, IReadOnlyList<Participant> trainees)
{
    /// <summary>How many of those who fit best.</summary>
    public const int Nearest = 35;

    /// <summary>How many of all mentors, evenly: where many look at the same few, somebody must be able to go elsewhere.</summary>
    public const int Others = 15;

    private readonly PoolKinds _kinds = new(costs, ruleAgainst, mentors, trainees);

    /// <summary>For each trainee those they know, those settled, the nearest and some of all the others; and how many each rule excludes.</summary>
    public (List<Candidate> Candidates, List<Exclusion> Exclusions) Begin(IReadOnlySet<Pair> settled, CancellationToken cancel)
    {
        var (candidates, exclusions) = (new List<Candidate>(), new List<Exclusion>());
        var (numbers, kept) = (mentors.Index().ToDictionary(m => m.Item.PersonId, m => m.Index), settled.ToLookup(p => p.Trainee, p => p.Mentor));
        var taken = new HashSet<int>();
        foreach (var kind in _kinds.Trainees)
        {
            var levels = kind.Costs.GroupBy(c => c.Cost, c => c.MentorKind).Select(level => level.SelectMany(k => _kinds.Mentors[k]).Order().ToArray()).ToList();
            foreach (var t in kind.Trainees)
            {
                cancel.ThrowIfCancellationRequested();
                var trainee = trainees[t];
                taken.UnionWith(_kinds.Known[t]);
                taken.UnionWith(kept[trainee.PersonId].Where(numbers.ContainsKey).Select(m => numbers[m]));
                AddStrangers(taken, levels, TurnOf(t));
                candidates.AddRange(taken.Select(m => mentors[m]).Where(m => m.PersonId != trainee.PersonId && ruleAgainst(m, trainee) is null).Select(m => new Candidate(trainee.PersonId, m.PersonId, costs.Of(m, trainee))));
                exclusions.AddRange(ExcludedFrom(kind, t));
                taken.Clear();
            }
        }
        return (candidates, exclusions);
    }

    /// <inheritdoc cref="PairFinder.Undercutting"/>
    public IReadOnlyList<Candidate> Undercutting(MatchingProblem problem, MatchingResult result, CancellationToken cancel)
    {
        var prices = result.Certificate!;
        var mentorPrice = problem.Mentors.Zip(prices.MentorPrices).ToDictionary(m => m.First.Id, m => m.Second);
        var traineePrice = problem.Trainees.Zip(prices.TraineePrices).ToDictionary(t => t.First, t => t.Second);
        var priceOf = mentors.Select(m => mentorPrice[m.PersonId]).ToArray();
        var cheapest = _kinds.Mentors.Select(kind => kind.OrderBy(m => priceOf[m]).ToArray()).ToArray();
        var (forbidden, pinned) = (problem.Input.Forbidden.ToHashSet(), problem.Input.Pinned.Select(p => p.Trainee).ToHashSet());
        var (found, best) = (new List<Candidate>(), new PriorityQueue<int, (long Gain, int Turn)>(Others));
        foreach (var kind in _kinds.Trainees)
            foreach (var t in kind.Trainees.Where(t => !pinned.Contains(trainees[t].PersonId)))
            {
                cancel.ThrowIfCancellationRequested();
                var (id, price, first) = (trainees[t].PersonId, traineePrice[trainees[t].PersonId], TurnOf(t));
                foreach (var (mentorKind, cost) in kind.Costs)
                    foreach (var m in cheapest[mentorKind])
                    {
                        var gain = price - cost - priceOf[m];
                        // The next of this kind are dearer.
                        if (gain <= 0 || (best.Count == Others && best.TryPeek(out _, out var least) && gain < least.Gain))
                            break;
                        // Whom they know are candidates already, by costs of their own.
                        if (_kinds.Known[t].Contains(m) || forbidden.Contains(new(id, mentors[m].PersonId)))
                            continue;
                        var turn = (gain, (m + mentors.Count - first) % mentors.Count);
                        if (best.Count == Others)
                            best.EnqueueDequeue(m, turn);
                        else
                            best.Enqueue(m, turn);
                    }
                found.AddRange(best.UnorderedItems.Select(b => new Candidate(id, mentors[b.Element].PersonId, price - b.Priority.Gain - priceOf[b.Element])));
                best.Clear();
            }
        return found;
    }

    /// <summary>Which mentor is first for a trainee: where many fit equally well each begins with others, or all would look at the same ones.</summary>
    private int TurnOf(int trainee) => (int)((long)trainee * Nearest % mentors.Count);

    /// <param name="levels">Mentors who fit equally well, the best first.</param>
    private void AddStrangers(HashSet<int> taken, List<int[]> levels, int first)
    {
        var stride = (mentors.Count + Others - 1) / Others;
        for (var m = 0; m < mentors.Count; m += stride)
            taken.Add((first + m) % mentors.Count);
        var enough = taken.Count + Nearest;
        foreach (var level in levels)
            for (var m = 0; m < level.Length && taken.Count < enough; m++)
                taken.Add(level[(first + m) % level.Length]);
    }

    /// <summary>Strangers by their kind, the others by themselves.</summary>
    private IEnumerable<Exclusion> ExcludedFrom(TraineeKind kind, int t)
    {
        var excluded = new Dictionary<string, int>(kind.Excluded, StringComparer.Ordinal);
        foreach (var m in _kinds.Known[t])
        {
            Count(kind.Rules[_kinds.KindOfMentor[m]], -1);
            Count(mentors[m].PersonId == trainees[t].PersonId ? null : ruleAgainst(mentors[m], trainees[t]), 1);
        }
        return excluded.Where(e => e.Value > 0).Select(e => new Exclusion(trainees[t].PersonId, null, e.Key, e.Value));

        void Count(string? rule, int by)
        {
            if (rule is not null)
                excluded[rule] = excluded.GetValueOrDefault(rule) + by;
        }
    }
}
