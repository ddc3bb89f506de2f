using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;

namespace CommunityLms.Mentoring.Matching.Optimum;

/// <summary>
/// Complementary slackness of a feasible result and its prices (Ahuja, Magnanti, Orlin: Network Flows, 1993, theorem 9.4), and weak duality: the
/// prices bound every matching from below, so an objective that meets the bound is the least.
/// </summary>
internal sealed class Slackness(MatchingProblem problem, MatchingResult result, Certificate certificate)
{
    private readonly List<CertificateFault> _faults = [];
    private Int128 _objective;
    private Int128 _bound;

    public CertificateCheck Check()
    {
        var mentorOf = result.Pairs.ToDictionary(p => p.Trainee, p => problem.MentorNumbers[p.Mentor]);
        var load = new int[problem.Mentors.Count];
        for (var t = 0; t < problem.Trainees.Count; t++)
        {
            int? mentor = mentorOf.TryGetValue(problem.Trainees[t], out var matched) ? matched : null;
            if (problem.Pinned[t] >= 0)
            {
                (_objective, _bound) = (_objective + problem.Edges[problem.Pinned[t]].Cost, _bound + problem.Edges[problem.Pinned[t]].Cost);
                continue;
            }
            CheckTrainee(t, mentor);
            if (mentor is { } m)
                load[m]++;
        }
        for (var m = 0; m < load.Length; m++)
            CheckMentor(m, load[m]);
        return new(_faults, _objective, _bound);
    }

    private void CheckTrainee(int t, int? mentor)
    {
        var price = certificate.TraineePrices[t];
        var id = problem.Trainees[t];
        _bound += price;
        if (price > problem.UnmatchedPrice || (mentor is null && price < problem.UnmatchedPrice))
            _faults.Add(new(CertificateFaultKind.UnmatchedPriceDiffers, id));
        if (mentor is null)
            _objective += problem.UnmatchedPrice;
        foreach (var edge in problem.EdgesOf(t))
        {
            var slack = (Int128)edge.Cost + certificate.MentorPrices[edge.Mentor] - price;
            if (slack < 0)
                _faults.Add(new(CertificateFaultKind.PairUndercutsPrice, id, problem.Mentors[edge.Mentor].Id));
            if (edge.Mentor != mentor)
                continue;
            _objective += edge.Cost;
            if (slack > 0)
                _faults.Add(new(CertificateFaultKind.PairIsDearer, id, problem.Mentors[edge.Mentor].Id));
        }
    }

    /// <summary>A place below the minimum is worth the shortfall's price to take, one above it nothing.</summary>
    private void CheckMentor(int m, int load)
    {
        var (price, shortfall) = (certificate.MentorPrices[m], problem.ShortfallPrice);
        var (minimum, capacity) = (problem.Minimum[m], problem.Capacity[m]);
        _objective += (Int128)shortfall * Math.Max(0, minimum - load);
        _bound += ((Int128)shortfall * minimum) - (Int128.Max(0, (Int128)price + shortfall) * minimum) - (Int128.Max(0, price) * (capacity - minimum));
        // What the next place asks, and what the last one taken gave.
        long? next = load < minimum ? -shortfall : load < capacity ? 0 : null;
        long? last = load > minimum ? 0 : load > 0 ? -shortfall : null;
        if (price > next || price < last)
            _faults.Add(new(CertificateFaultKind.MentorPriceDiffersFromLoad, Mentor: problem.Mentors[m].Id));
    }
}
