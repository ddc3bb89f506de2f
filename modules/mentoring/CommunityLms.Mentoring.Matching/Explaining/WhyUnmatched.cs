using CommunityLms.Mentoring.Matching.MidTerm;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;

namespace CommunityLms.Mentoring.Matching.Explaining;

/// <summary>Says for everybody an optimal matching leaves without a mentor why, and what would change it.</summary>
/// <remarks>
/// Two searches in all, one to the mentors that have a place and one to those that don't; after them each trainee costs one look at their
/// candidates. What is said of a trainee holds for a change made for them alone: two remedies may need the same place.
/// </remarks>
public sealed class WhyUnmatched
{
    private readonly MatchingProblem _problem;
    private readonly WaysOn _toFree;
    private readonly WaysOn _toFull;

    private WhyUnmatched(MatchingProblem problem, MatchingResult result, CancellationToken cancel)
    {
        _problem = problem;
        var prices = result.Certificate ?? throw new ArgumentException("Only an optimal matching can be explained: the result has no certificate.", nameof(result));
        var assigned = new int[problem.Trainees.Count];
        Array.Fill(assigned, -1);
        var load = new int[problem.Mentors.Count];
        foreach (var pair in result.Pairs)
        {
            assigned[problem.TraineeNumbers[pair.Trainee]] = problem.FindEdge(pair.Trainee, pair.Mentor);
            load[problem.MentorNumbers[pair.Mentor]]++;
        }
        var comers = Enumerable.Range(0, assigned.Length).SelectMany(t => Enumerable.Range(problem.First[t], problem.First[t + 1] - problem.First[t]).Select(e => (Trainee: t, Edge: e))).ToLookup(c => problem.Edges[c.Edge].Mentor);
        _toFree = new(problem, prices, assigned, comers, m => load[m] < problem.Mentors[m].Capacity, cancel);
        _toFull = new(problem, prices, assigned, comers, m => load[m] >= problem.Mentors[m].Capacity, cancel);
    }

    /// <exception cref="ArgumentException">The result has no certificate.</exception>
    public static IReadOnlyList<UnmatchedTrainee> Of(MatchingProblem problem, MatchingResult result, CancellationToken cancel = default)
    {
        if (result.Unmatched.Count == 0)
            return [];
        var why = new WhyUnmatched(problem, result, cancel);
        return [.. result.Unmatched.Select(why.Explain)];
    }

    /// <summary>Of those whom a new matching in mid-term leaves without a mentor: the remedies are those that move fewest kept pairs, then the cheapest.</summary>
    public static IReadOnlyList<UnmatchedTrainee> Of(Rematch rematch, CancellationToken cancel = default)
    {
        var (kept, before) = (rematch.Kept.Select(p => p.Trainee).ToHashSet(), rematch.Before.ToHashSet());
        return [.. Of(rematch.Favouring, rematch.Favoured, cancel).Select(t => t with { Remedies = [.. t.Remedies.Select(AtOwnCosts)] })];

        // What pairs to be kept were made cheaper by isn't part of the cost.
        Remedy AtOwnCosts(Remedy remedy) => remedy with { ExtraCost = remedy.ExtraCost + (rematch.Reward * (remedy.Moves.Count(before.Contains) - remedy.Moves.Count(m => kept.Contains(m.Trainee)))) };
    }

    private UnmatchedTrainee Explain(Guid id)
    {
        var trainee = _problem.TraineeNumbers[id];
        var (candidates, forbidden) = (_problem.EdgesOf(trainee).Length, _problem.ForbiddenEdges[trainee].Count());
        var rules = _problem.Exclusions[trainee].GroupBy(e => e.Rule).Select(g => new RuleCount(g.Key, g.Sum(e => e.Mentors)))
            .OrderByDescending(r => r.Mentors).ThenBy(r => r.Rule, StringComparer.Ordinal).ToList();
        var edges = _problem.EdgesOf(trainee).ToArray();
        var price = Cheapest(RemedyKind.RaiseUnmatchedPrice, trainee, edges, _toFree);
        var remedies = new[]
        {
            price,
            Cheapest(RemedyKind.AddPlace, trainee, edges, _toFull),
            Cheapest(RemedyKind.LiftProhibition, trainee, _problem.ForbiddenEdges[trainee], _toFree),
            Waiver(trainee, rules),
        };
        var reason = price is not null ? UnmatchedReason.DearerThanUnmatched
            : candidates > 0 ? UnmatchedReason.AllFull
            : forbidden > 0 ? UnmatchedReason.OnlyForbidden
            : UnmatchedReason.NoCandidate;
        // Sorting is stable: at the same cost a place is easier to find than a prohibition is lifted.
        return new(id, reason, candidates, forbidden, rules, [.. remedies.OfType<Remedy>().OrderBy(r => r.ExtraCost ?? long.MaxValue)]);
    }

    private Remedy? Cheapest(RemedyKind kind, int trainee, IEnumerable<Edge> edges, WaysOn ways)
    {
        var ends = edges.Where(e => ways.CostFrom(e.Mentor) is not null).Select(e => (Edge: e, Cost: e.Cost + ways.CostFrom(e.Mentor)!.Value)).ToList();
        if (ends.Count == 0)
            return null;
        var (edge, cost) = ends.MinBy(e => e.Cost);
        // What costs more than staying unmatched wouldn't be done.
        if (kind != RemedyKind.RaiseUnmatchedPrice && cost >= _problem.UnmatchedPrice)
            return null;
        var (target, moves) = ways.Follow(edge.Mentor);
        var mentor = _problem.Mentors[edge.Mentor].Id;
        return new(kind, kind == RemedyKind.AddPlace ? _problem.Mentors[target].Id : mentor, null, cost, [new(_problem.Trainees[trainee], mentor), .. moves]);
    }

    /// <summary>The rule to waive with a named mentor whom no other excludes, where room can be made most cheaply; for somebody without any mentor otherwise the rule that excludes most.</summary>
    private Remedy? Waiver(int trainee, List<RuleCount> rules)
    {
        var named = _problem.Exclusions[trainee].Where(e => e.Mentor is not null).GroupBy(e => _problem.MentorNumbers[e.Mentor!.Value]).Where(g => g.Count() == 1)
            .Select(g => (g.First().Rule, Mentor: g.Key)).Where(e => _toFree.CostFrom(e.Mentor) is not null).ToList();
        if (named.Count > 0)
        {
            var (rule, mentor) = named.MinBy(e => (_toFree.CostFrom(e.Mentor), e.Mentor));
            var id = _problem.Mentors[mentor].Id;
            return new(RemedyKind.WaiveRule, id, rule, null, [new(_problem.Trainees[trainee], id), .. _toFree.Follow(mentor).Moves]);
        }
        return rules is [var most, ..] && _problem.EdgesOf(trainee).Length == 0 && !_problem.ForbiddenEdges[trainee].Any() ? new(RemedyKind.WaiveRule, null, most.Rule, null, []) : null;
    }
}
