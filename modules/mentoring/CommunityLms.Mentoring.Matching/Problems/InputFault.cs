namespace CommunityLms.Mentoring.Matching.Problems;

/// <summary>Something in an input that can't be computed with.</summary>
/// <param name="Number">The capacity, the minimum or the cost that is wrong, where there is one.</param>
public sealed record InputFault(InputFaultKind Kind, Guid? Trainee = null, Guid? Mentor = null, long? Number = null)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Kind}: trainee {Trainee}, mentor {Mentor}, number {Number}");
}

public enum InputFaultKind
{
    /// <summary>The same trainee is in the list twice.</summary>
    TraineeTwice,

    /// <summary>The same mentor is in the list twice.</summary>
    MentorTwice,

    /// <summary>A pair names somebody who isn't among the trainees.</summary>
    UnknownTrainee,

    /// <summary>A pair names somebody who isn't among the mentors.</summary>
    UnknownMentor,

    /// <summary>Somebody would be their own mentor.</summary>
    SelfPair,

    /// <summary>The same pair is a candidate twice; which cost holds?</summary>
    CandidateTwice,

    NegativeCapacity,

    NegativeMinimum,

    /// <summary>A mentor's minimum is above their capacity.</summary>
    MinimumOverCapacity,

    /// <summary>The shares of the wishes don't add up to the cost.</summary>
    PartsDifferFromCost,

    /// <summary>A trainee is pinned to two mentors.</summary>
    PinnedTwice,

    /// <summary>More trainees are pinned to a mentor than they have places.</summary>
    PinnedOverCapacity,

    /// <summary>A pair must and must not hold.</summary>
    PinnedAndForbidden,

    /// <summary>A pinned pair isn't a candidate: a hard rule excludes it. Make it one, with its cost, where the office means it so.</summary>
    PinnedWithoutCandidate,

    /// <summary>The price of staying unmatched is below 0.</summary>
    NegativeUnmatchedPrice,

    /// <summary>A cost or price is so large that sums would leave 64 bits.</summary>
    CostTooLarge,
}
