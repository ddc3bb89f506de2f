using CommunityLms.Mentoring.Matching.Problems;
using CommunityLms.Mentoring.Matching.Results;

namespace CommunityLms.Mentoring.Matching.Optimum;

/// <summary>Dual prices: with them anybody can check in one pass over the candidates that a matching is the best.</summary>
/// <param name="TraineePrices">In the order of <see cref="MatchingProblem.Trainees"/>: what each trainee's best choice costs, the mentor's price included; of no meaning for those who are pinned.</param>
/// <param name="MentorPrices">In the order of <see cref="MatchingProblem.Mentors"/>: what one place more would save at most; negative below a minimum, 0 where a place is free.</param>
public sealed record Certificate(IReadOnlyList<long> TraineePrices, IReadOnlyList<long> MentorPrices)
{
    /// <summary>Proves that a result is feasible and that nothing is better, or says where it fails; knows nothing of how it was found.</summary>
    /// <exception cref="ArgumentException">The result has no certificate.</exception>
    public static CertificateCheck Check(MatchingProblem problem, MatchingResult result)
    {
        if (result.Certificate is not { } certificate)
            throw new ArgumentException("The result has no certificate; only an optimal matching brings one.", nameof(result));
        var faults = Feasibility.FaultsOf(problem, result).ToList();
        if (certificate.TraineePrices.Count != problem.Trainees.Count || certificate.MentorPrices.Count != problem.Mentors.Count)
            return new([.. faults, new(CertificateFaultKind.PricesAreOfAnotherProblem)], 0, 0);
        return faults.Count > 0 ? new(faults, 0, 0) : new Slackness(problem, result, certificate).Check();
    }
}

/// <param name="Faults">Nothing when the result is proven.</param>
/// <param name="Objective">Costs of all pairs, prices of those who stay unmatched and of places below minimums.</param>
/// <param name="Bound">What every matching comes to at least, by the prices; equal to the objective when it is proven.</param>
public sealed record CertificateCheck(IReadOnlyList<CertificateFault> Faults, Int128 Objective, Int128 Bound)
{
    public bool IsProven => Faults.Count == 0 && Objective == Bound;
}

/// <param name="Trainee">Whom it is about, where it is about one.</param>
/// <param name="Mentor">The same of the mentors.</param>
public sealed record CertificateFault(CertificateFaultKind Kind, Guid? Trainee = null, Guid? Mentor = null);

public enum CertificateFaultKind
{
    /// <summary>A pair isn't a candidate, or is forbidden.</summary>
    NotAllowed,

    /// <summary>A trainee has two mentors, or is matched and unmatched.</summary>
    TraineeTwice,

    /// <summary>A trainee is neither matched nor unmatched.</summary>
    TraineeMissing,

    /// <summary>A mentor has more trainees than places.</summary>
    OverCapacity,

    /// <summary>A pinned pair doesn't hold.</summary>
    PinnedPairMissing,

    /// <summary>The costs of the pairs or their sum aren't those of the candidates.</summary>
    CostDiffers,

    PricesAreOfAnotherProblem,

    /// <summary>A trainee would do better with a mentor than their price says.</summary>
    PairUndercutsPrice,

    /// <summary>A pair costs more than the trainee's price: it isn't their best choice.</summary>
    PairIsDearer,

    /// <summary>A trainee's price is above that of staying unmatched, or isn't that although they are.</summary>
    UnmatchedPriceDiffers,

    /// <summary>A mentor's price doesn't fit their load: dearer than a place that is free, cheaper than one that is taken.</summary>
    MentorPriceDiffersFromLoad,
}
