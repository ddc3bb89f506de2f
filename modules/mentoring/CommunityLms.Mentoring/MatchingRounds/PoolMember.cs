using System.Text.Json;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>
/// Somebody in the pool of a round: a teacher of the subject from where the round looks, or why they can't take part. Beside the round and not a
/// part of it, since a city has fifteen thousand and each ranks for themself. Found again from posts at any time, so that the audit trail needs none of it.
/// </summary>
[NotAudited]
internal sealed class PoolMember : Aggregate
{
    public const int MostChoices = 5;
    public const int ChoicesLength = 400;

    private PoolMember() { }

    public PoolMember(MatchingRound round, Guid personId, Side side) => (RoundId, PersonId, Side, Places, Choices) = (round.Id, personId, side, side == Side.Mentor ? round.Places : 0, "[]");

    public Guid RoundId { get; private set; }

    public Guid PersonId { get; private set; }

    public Side Side { get; private set; }

    /// <summary>Where they teach the subject; null where their post isn't in a school.</summary>
    public Guid? SchoolId { get; private set; }

    public GradeBand? GradeBand { get; private set; }

    /// <summary>How many trainees a mentor takes at a time, those they have already included; 0 for a trainee.</summary>
    public int Places { get; private set; }

    /// <summary>Why they can't take part; null where they can.</summary>
    public Hurdle? Hurdle { get; private set; }

    /// <summary>Left out by hand.</summary>
    public bool IsLeftOut { get; private set; }

    /// <summary>Whom they would like, the most liked first, as JSON.</summary>
    public string Choices { get; private set; } = "";

    public bool TakesPart => Hurdle is null && !IsLeftOut;

    public IReadOnlyList<Guid> ReadChoices() => JsonSerializer.Deserialize<List<Guid>>(Choices)!;

    /// <summary>What their posts and contracts say today.</summary>
    public void Find(Guid? schoolId, GradeBand? gradeBand, Hurdle? hurdle) => (SchoolId, GradeBand, Hurdle) = (schoolId, gradeBand, hurdle);

    public void LeaveOut(bool isLeftOut) => IsLeftOut = isLeftOut;

    /// <summary>They take part on this side from now on; what they ranked was of the other one and goes.</summary>
    public void Become(Side side, int places)
    {
        if (side != Side)
            (Side, Places, Choices) = (side, side == Side.Mentor ? places : 0, "[]");
    }

    /// <exception cref="RuleBroken">The number doesn't fit.</exception>
    public void Take(int places)
    {
        Ensure(places is >= 1 and <= MatchingRound.MostPlaces, RoundRules.PlacesFit, MatchingRound.MostPlaces);
        Places = Side == Side.Mentor ? places : 0;
    }

    /// <summary>Ranks people of the other side.</summary>
    /// <param name="choices">The most liked first.</param>
    /// <param name="others">Those of the other side who take part.</param>
    /// <exception cref="RuleBroken">Too many, the same twice, or somebody who isn't there to be chosen.</exception>
    public void Prefer(IReadOnlyList<Guid> choices, IReadOnlySet<Guid> others)
    {
        Ensure(choices.Count <= MostChoices && choices.Distinct().Count() == choices.Count, RoundRules.MostChoices, MostChoices);
        Ensure(!choices.Contains(PersonId), RoundRules.NotOneself);
        Ensure(choices.All(others.Contains), RoundRules.ChoiceOfOtherSide);
        Choices = JsonSerializer.Serialize(choices);
    }
}

/// <summary>Why a teacher of the subject can't take part. Stored by name: a name never changes.</summary>
internal enum Hurdle
{
    /// <summary>No post in the subject holds for the whole time of the programme.</summary>
    NotForWholeTime,

    /// <summary>The post isn't in a school.</summary>
    NotInASchool,

    /// <summary>A trainee who has a mentor in the subject for that time.</summary>
    HasMentor,

    /// <summary>A mentor whose places are all taken by contracts there are.</summary>
    IsFull,

    /// <summary>Not a backbone teacher of the level that the programme asks of mentors.</summary>
    NotBackbone,

    /// <summary>Not at a rural or village school, as the programme asks of trainees.</summary>
    NotRural,
}
