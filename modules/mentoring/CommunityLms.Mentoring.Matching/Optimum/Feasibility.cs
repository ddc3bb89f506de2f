using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;

namespace CommunityLms.Mentoring.Matching.Optimum;

/// <summary>Whether a result, of whatever origin, keeps the rules of its problem.</summary>
public static class Feasibility
{
    public static IEnumerable<CertificateFault> FaultsOf(MatchingProblem problem, MatchingResult result)
    {
        var seen = new HashSet<Guid>();
        var load = new int[problem.Mentors.Count];
        Int128 total = 0;
        foreach (var pair in result.Pairs)
        {
            if (!seen.Add(pair.Trainee))
                yield return new(CertificateFaultKind.TraineeTwice, pair.Trainee, pair.Mentor);
            if (problem.Find(pair.Trainee, pair.Mentor) is not { } candidate)
            {
                yield return new(CertificateFaultKind.NotAllowed, pair.Trainee, pair.Mentor);
                continue;
            }
            if (candidate.Cost != pair.Cost)
                yield return new(CertificateFaultKind.CostDiffers, pair.Trainee, pair.Mentor);
            total += candidate.Cost;
            load[problem.MentorNumbers[pair.Mentor]]++;
        }
        foreach (var trainee in result.Unmatched)
            if (!seen.Add(trainee))
                yield return new(CertificateFaultKind.TraineeTwice, trainee);
        foreach (var trainee in problem.Trainees)
            if (!seen.Contains(trainee))
                yield return new(CertificateFaultKind.TraineeMissing, trainee);
        for (var m = 0; m < load.Length; m++)
            if (load[m] > problem.Mentors[m].Capacity)
                yield return new(CertificateFaultKind.OverCapacity, Mentor: problem.Mentors[m].Id);
        var pairs = result.Pairs.Select(p => p.Pair).ToHashSet();
        foreach (var pinned in problem.Input.Pinned)
            if (!pairs.Contains(pinned))
                yield return new(CertificateFaultKind.PinnedPairMissing, pinned.Trainee, pinned.Mentor);
        if (total != result.TotalCost)
            yield return new(CertificateFaultKind.CostDiffers);
    }
}
