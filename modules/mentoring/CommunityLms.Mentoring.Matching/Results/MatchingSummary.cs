using CommunityLms.Mentoring.Matching.Problems;

namespace CommunityLms.Mentoring.Matching.Results;

/// <summary>A result at a glance.</summary>
/// <param name="WorstPair">The pair that costs most, the first of them by id; null when there is none.</param>
/// <param name="MeanCost">Of a pair; null without pairs.</param>
/// <param name="BelowMinimum">How many trainees mentors lack to their minimums.</param>
/// <param name="Load">How the trainees spread over the mentors.</param>
public sealed record MatchingSummary(int Matched, int Unmatched, long TotalCost, decimal? MeanCost, MatchedPair? WorstPair, int BelowMinimum, LoadSpread Load)
{
    /// <param name="problem">The one the result belongs to.</param>
    public static MatchingSummary Of(MatchingProblem problem, MatchingResult result)
    {
        var load = result.Pairs.CountBy(p => p.Mentor).ToDictionary();
        var loads = problem.Mentors.Select(m => (m.Capacity, m.Minimum, Load: load.GetValueOrDefault(m.Id))).ToList();
        return new(result.Pairs.Count, result.Unmatched.Count, result.TotalCost,
            result.Pairs.Count == 0 ? null : (decimal)result.TotalCost / result.Pairs.Count,
            result.Pairs.Count == 0 ? null : result.Pairs.MaxBy(p => p.Cost),
            loads.Sum(m => Math.Max(0, m.Minimum - m.Load)), LoadSpread.Of([.. loads.Select(m => (m.Capacity, m.Load))]));
    }
}

/// <param name="MentorsByLoad">How many mentors have how many trainees, the least load first.</param>
/// <param name="Full">Mentors without a free place.</param>
/// <param name="FreePlaces">Of all mentors together.</param>
/// <param name="Mean">Trainees per mentor; null without mentors.</param>
/// <param name="Deviation">Standard deviation over all mentors (the population's, divided by their number); null without mentors.</param>
public sealed record LoadSpread(IReadOnlyList<(int Load, int Mentors)> MentorsByLoad, int Full, long FreePlaces, double? Mean, double? Deviation)
{
    internal static LoadSpread Of(IReadOnlyList<(int Capacity, int Load)> mentors)
    {
        double? mean = mentors.Count == 0 ? null : mentors.Average(m => m.Load);
        return new([.. mentors.CountBy(m => m.Load).OrderBy(l => l.Key).Select(l => (l.Key, l.Value))],
            mentors.Count(m => m.Load >= m.Capacity), mentors.Sum(m => (long)m.Capacity - m.Load), mean,
            mean is { } average ? Math.Sqrt(mentors.Average(m => (m.Load - average) * (m.Load - average))) : null);
    }
}
