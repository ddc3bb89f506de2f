namespace CommunityLms.Mentoring.Matching.MidTerm;

/// <summary>A trainee whose mentor isn't the one they had.</summary>
/// <param name="Before">Null when they had none.</param>
/// <param name="After">Null when they have none now, or left.</param>
/// <param name="Cause">What ended their pair, or began one for somebody who had none.</param>
/// <param name="Rule">The hard rule that excludes the pair now, where the caller named one.</param>
/// <param name="MadeRoomFor">Who took their place, for <see cref="ChangeCause.MadeRoom"/>.</param>
/// <param name="Root">With whom the row of people making room began; their own change says what forced all of it.</param>
public sealed record PairChange(Guid Trainee, Guid? Before, Guid? After, ChangeCause Cause, string? Rule = null, Guid? MadeRoomFor = null, Guid? Root = null);

public enum ChangeCause
{
    /// <summary>The trainee had no mentor, being new or left over.</summary>
    HadNone,

    /// <summary>The trainee isn't there any more.</summary>
    TraineeLeft,

    /// <summary>The mentor isn't there any more.</summary>
    MentorLeft,

    /// <summary>The pair isn't a candidate any more: a hard rule excludes it.</summary>
    RuleExcludes,

    /// <summary>The pair is forbidden now.</summary>
    Forbidden,

    /// <summary>The trainee is pinned to another mentor now.</summary>
    PinnedElsewhere,

    /// <summary>The mentor has fewer places than trainees who could stay.</summary>
    FewerPlaces,

    /// <summary>The pair could stay, and somebody who finds no other mentor needs the place.</summary>
    MadeRoom,

    /// <summary>The pair could stay, and a mentor would be left below their minimum.</summary>
    FillsMinimum,
}
