using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;

namespace CommunityLms.Mentoring.Matching.Optimum;

/// <summary>
/// The best matching of all: as many trainees matched as possible, then as few places below the mentors' minimums as possible, then the
/// least total cost. With <see cref="MatchingInput.UnmatchedPrice"/> given, the least sum of costs and prices instead, the minimums first.
/// </summary>
/// <remarks>
/// A transportation problem, solved as minimum-cost flow by successive shortest paths with potentials (Ahuja, Magnanti, Orlin: Network Flows,
/// 1993, section 9.7), in whole numbers. The potentials come out as dual prices, with which <see cref="CertificateCheck"/> proves the optimum without
/// trusting the search. Among matchings that are equally good the one found depends on the ids of the people, not on their order in the input.
/// </remarks>
public static class OptimalMatching
{
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static MatchingResult Of(MatchingProblem problem, IProgress<MatchingProgress>? progress = null, CancellationToken cancel = default)
    {
        var search = new ShortestPaths(problem);
        var all = problem.Trainees.Count;
        for (var t = 0; t < all; t++)
        {
            cancel.ThrowIfCancellationRequested();
            if (t % MatchingProgress.Step == 0)
                progress?.Report(new(t, all));
            if (problem.Pinned[t] < 0)
                search.Place(t);
        }
        progress?.Report(new(all, all));
        return MatchingResult.Of(problem, [.. search.Assigned.Select((edge, t) => Math.Max(edge, problem.Pinned[t]))]) with { Certificate = new(search.TraineePrices, search.MentorPrices) };
    }
}

/// <param name="Done">Trainees looked at.</param>
public sealed record MatchingProgress(int Done, int All)
{
    /// <summary>It is told after so many trainees.</summary>
    internal const int Step = 100;
}
