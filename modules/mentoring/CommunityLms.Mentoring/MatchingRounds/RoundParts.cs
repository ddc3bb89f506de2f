using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>What can be wished of a pair. Stored by name: a name never changes.</summary>
internal enum Wish
{
    /// <summary>Both teach the same grades; each band between them costs.</summary>
    GradeBand,

    /// <summary>A mentor of an urban school with a trainee of a rural or village one.</summary>
    UrbanHelpsRural,

    /// <summary>Mentor and trainee of different schools, where the programme allows one.</summary>
    OtherSchool,

    /// <summary>Both of one district, so that the way is short.</summary>
    SameDistrict,

    /// <summary>They were a pair before.</summary>
    Together,

    /// <summary>They weren't a pair before.</summary>
    SomebodyNew,

    /// <summary>Whom both sides ranked.</summary>
    Preferences,
}

/// <summary>How much a wish counts.</summary>
internal sealed class RoundWish : Entity, IMultiTenant
{
    private RoundWish() { }

    internal RoundWish(Guid roundId, Wish wish, int weight) => (RoundId, Wish, Weight) = (roundId, wish, weight);

    public Guid TenantId { get; private set; }

    public Guid RoundId { get; private set; }

    public Wish Wish { get; private set; }

    /// <summary>0 (doesn't matter) to 10.</summary>
    public int Weight { get; private set; }

    internal void Weigh(int weight) => Weight = weight;
}

/// <summary>A district, school or department one side comes from, with all below it.</summary>
internal sealed class RoundUnit : Entity, IMultiTenant
{
    private RoundUnit() { }

    internal RoundUnit(Guid roundId, Side side, Guid unitId) => (RoundId, Side, UnitId) = (roundId, side, unitId);

    public Guid TenantId { get; private set; }

    public Guid RoundId { get; private set; }

    public Side Side { get; private set; }

    public Guid UnitId { get; private set; }
}

internal enum RulingKind { Pinned, Forbidden }

/// <summary>A pair settled by hand: it must hold, or must not.</summary>
internal sealed class Ruling : Entity, IMultiTenant
{
    private Ruling() { }

    internal Ruling(Guid roundId, Guid mentorId, Guid traineeId, RulingKind kind) => (RoundId, MentorId, TraineeId, Kind) = (roundId, mentorId, traineeId, kind);

    public Guid TenantId { get; private set; }

    public Guid RoundId { get; private set; }

    public Guid MentorId { get; private set; }

    public Guid TraineeId { get; private set; }

    public RulingKind Kind { get; private set; }

    internal void Become(RulingKind kind) => Kind = kind;
}

internal static class RoundRules
{
    public static readonly Rule NameFits = new("A matching has a name of 1 to {0} characters.", "Name");
    public static readonly Rule SubjectOfProgramme = new("The programme doesn’t have this subject.", "SubjectId");
    public static readonly Rule PlacesFit = new("A mentor takes 1 to {0} trainees.", "Places");
    public static readonly Rule WeightFits = new("A wish counts from 0 to {0}.", "Weights");
    public static readonly Rule IsPublished = new("The matching is published. Set up another one for those who are left.");
    public static readonly Rule DoesNotAsk = new("The matching doesn’t ask for preferences now.");
    public static readonly Rule NotOneself = new("Nobody is their own mentor. Choose somebody else.", "MentorId");
    public static readonly Rule BothTakePart = new("Choose a mentor and a trainee who take part in this matching.", "MentorId");
    public static readonly Rule PinnedElsewhere = new("The trainee is settled with another mentor. Lift that first.", "TraineeId");
    public static readonly Rule PinnedOverPlaces = new("The mentor has {0} places, and all of them are settled. Give them another place in the pool, or lift a pair.", "MentorId");
    public static readonly Rule NothingToPublish = new("This result has no pair to publish.");
    public static readonly Rule NotEligible = new("{0} can’t take part: {1}.");
    public static readonly Rule MostChoices = new("Name up to {0} people, each once.", "Choices");
    public static readonly Rule ChoiceOfOtherSide = new("Choose people of the other side who take part in this matching.", "Choices");
    public static readonly Rule PoolIsEmpty = new("There are no mentors or no trainees in the pool. Look at where they come from.");
    public static readonly Rule CannotCompute = new("Some settled pairs can’t hold any more: {0}. Lift them, then compute again.");
    public static readonly Rule OthersRefused = new("{0} pairs can’t be made any more, the first: {1}. Compute again; nothing was published.");
}
