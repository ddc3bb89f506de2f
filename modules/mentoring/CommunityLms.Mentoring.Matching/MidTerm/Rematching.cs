using CommunityLms.Mentoring.Matching.Optimum;
using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;

namespace CommunityLms.Mentoring.Matching.MidTerm;

/// <summary>
/// A new matching in the middle of a term: somebody left, somebody came, a rule changed. Pairs that are still allowed are kept as far as the
/// priority lets them; among matchings that keep as many, the cheapest.
/// </summary>
/// <remarks>
/// An optimal matching of the same problem in which every pair to be kept is cheaper by more than any exchange of pairs can save; so its optimum
/// has a certificate as any other, and the fewest changes are proven with it. Minimums of mentors come before pairs that are kept under
/// <see cref="RematchingPriority.EverybodyMatched"/>, after them under <see cref="RematchingPriority.KeepPairs"/>.
/// </remarks>
public static class Rematching
{
    /// <param name="problem">The people and candidates there are now.</param>
    /// <param name="before">The pairs until now; those of people who left may be among them.</param>
    /// <exception cref="ArgumentException">A trainee has two of the pairs.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Rematch Of(
        MatchingProblem problem, IReadOnlyList<Pair> before, RematchingPriority priority = RematchingPriority.EverybodyMatched,
        IProgress<MatchingProgress>? progress = null, CancellationToken cancel = default)
    {
        if (before.CountBy(p => p.Trainee).FirstOrDefault(p => p.Value > 1) is { Value: > 1 } twice)
            throw new ArgumentException($"The trainee {twice.Key} has {twice.Value} pairs; until now each may have one.", nameof(before));
        // One exchange changes the costs by less than their span and the number of the matched, like a mentor's shortfall, by one at most.
        var reward = priority == RematchingPriority.EverybodyMatched ? problem.CostSpan : problem.CostSpan + problem.UnmatchedPrice + problem.ShortfallPrice;
        var favouring = Favour(problem, before.ToHashSet(), priority, reward);
        var favoured = OptimalMatching.Of(favouring, progress, cancel);
        var pairs = favoured.Pairs.Select(p => p with { Cost = problem.Find(p.Trainee, p.Mentor)!.Value.Cost }).ToList();
        var result = new MatchingResult(pairs, favoured.Unmatched, pairs.Sum(p => p.Cost));
        var after = pairs.Select(p => p.Pair).ToHashSet();
        return new(result, [.. before.Where(after.Contains)], new ChangeCauses(problem, before, result).Find(), favouring, favoured) { Before = before, Reward = reward };
    }

    private static MatchingProblem Favour(MatchingProblem problem, HashSet<Pair> before, RematchingPriority priority, long reward)
    {
        var input = problem.Input with
        {
            Candidates = [.. problem.Input.Candidates.Select(c => before.Contains(new(c.Trainee, c.Mentor)) ? c with { Cost = c.Cost - reward, Parts = null } : c)],
            UnmatchedPrice = priority == RematchingPriority.EverybodyMatched ? null : problem.UnmatchedPrice,
        };
        return new ProblemReader(input).Read(room: 1, priority == RematchingPriority.KeepPairs ? problem.ShortfallPrice : null).Problem!;
    }
}

public enum RematchingPriority
{
    /// <summary>As many trainees matched as possible, and for that as few pairs changed as possible. A price of staying unmatched isn't looked at.</summary>
    EverybodyMatched,

    /// <summary>No pair is changed to make room for somebody else; who has no mentor gets what is free.</summary>
    KeepPairs,
}

/// <param name="Result">The new pairs, at their own costs.</param>
/// <param name="Kept">The pairs that stay, in the order they were given.</param>
/// <param name="Changes">Every other pair that ends or begins, with what forced it, in the order of the trainees' ids.</param>
/// <param name="Favouring">The problem with the pairs to be kept made cheap.</param>
/// <param name="Favoured">Its optimum, the same pairs: with <paramref name="Favouring"/> what <see cref="Certificate.Check"/> proves.</param>
public sealed record Rematch(MatchingResult Result, IReadOnlyList<Pair> Kept, IReadOnlyList<PairChange> Changes, MatchingProblem Favouring, MatchingResult Favoured)
{
    internal IReadOnlyList<Pair> Before { get; init; } = [];

    /// <summary>By how much pairs to be kept were made cheaper.</summary>
    internal long Reward { get; init; }
}
