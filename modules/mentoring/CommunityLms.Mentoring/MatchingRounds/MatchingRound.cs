using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.MatchingRounds;

/// <summary>
/// One matching of mentors and trainees for a subject of a programme: where they come from, what is wished how much, which pairs are settled
/// beforehand. It is prepared, may ask people for their preferences, is computed as often as wanted, and published once.
/// </summary>
internal sealed class MatchingRound : Aggregate
{
    public const int NameLength = 120;
    public const int MostWeight = 10;
    public const int MostPlaces = 4;

    private readonly List<RoundUnit> _units = [];
    private readonly List<RoundWish> _wishes = [];
    private readonly List<Ruling> _rulings = [];

    private MatchingRound() { }

    /// <exception cref="RuleBroken">The programme isn't open or doesn't have the subject, or the plan doesn't hold together.</exception>
    public MatchingRound(Programme programme, RoundPlan plan)
    {
        programme.EnsureOpen();
        Ensure(programme.Subjects.Any(s => s.SubjectId == plan.SubjectId), RoundRules.SubjectOfProgramme);
        (ProgrammeId, SubjectId) = (programme.Id, plan.SubjectId);
        Change(plan);
    }

    public Guid ProgrammeId { get; private set; }

    public Guid SubjectId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>How many trainees a mentor takes who comes into the pool anew; each mentor's own number can be changed there.</summary>
    public int Places { get; private set; }

    public RoundState State { get; private set; }

    /// <summary>The job that computes or publishes it, or did last. Written beside the aggregate: the job may save before whoever queued it knows its number.</summary>
    public Guid? JobId { get; private set; }

    /// <summary>The result that was published; null before.</summary>
    public Guid? PublishedId { get; private set; }

    /// <summary>Where each side comes from; a side without any comes from urban schools (mentors) or from all others (trainees).</summary>
    public IReadOnlyList<RoundUnit> Units => _units;

    public IReadOnlyList<RoundWish> Wishes => _wishes;

    /// <summary>Pairs that must hold or must not.</summary>
    public IReadOnlyList<Ruling> Rulings => _rulings;

    public int WeightOf(Wish wish) => _wishes.Find(w => w.Wish == wish)?.Weight ?? 0;

    /// <summary>What is entered on the form; the subject stays what it was.</summary>
    /// <exception cref="RuleBroken">A part doesn't hold, or it is published.</exception>
    public void Change(RoundPlan plan)
    {
        EnsureNotPublished();
        Ensure(plan.Name.Trim() is { Length: > 0 and <= NameLength }, RoundRules.NameFits, NameLength);
        Ensure(plan.Places is >= 1 and <= MostPlaces, RoundRules.PlacesFit, MostPlaces);
        Ensure(plan.Weights.Values.All(w => w is >= 0 and <= MostWeight), RoundRules.WeightFits, MostWeight);
        (Name, Places) = (plan.Name.Trim(), plan.Places);
        var units = plan.MentorUnits.Select(u => (Side.Mentor, u)).Concat(plan.TraineeUnits.Select(u => (Side.Trainee, u))).ToHashSet();
        _units.RemoveAll(u => !units.Remove((u.Side, u.UnitId)));
        _units.AddRange(units.Select(u => new RoundUnit(Id, u.Item1, u.u)));
        foreach (var (wish, weight) in plan.Weights)
            if (_wishes.Find(w => w.Wish == wish) is { } known)
                known.Weigh(weight);
            else
                _wishes.Add(new(Id, wish, weight));
    }

    /// <summary>From now on everybody in the pool can say whom they would like.</summary>
    public void Ask()
    {
        EnsureNotPublished();
        State = RoundState.Asking;
    }

    /// <exception cref="RuleBroken">It doesn't ask.</exception>
    public void EnsureAsks() => Ensure(State == RoundState.Asking, RoundRules.DoesNotAsk);

    /// <summary>The pair must hold in every result from now on.</summary>
    /// <param name="mentor">From the pool.</param>
    /// <param name="trainee">From the pool.</param>
    /// <param name="excludes">Whether the programme leaves out pairs of their schools: what a contract would be refused for isn't settled.</param>
    public void Pin(PoolMember mentor, PoolMember trainee, Func<Guid, Guid, Rule?> excludes)
    {
        EnsurePair(mentor, trainee);
        if (excludes(mentor.SchoolId!.Value, trainee.SchoolId!.Value) is { } rule)
            throw new RuleBroken(rule);
        Ensure(!_rulings.Exists(r => r.Kind == RulingKind.Pinned && r.TraineeId == trainee.PersonId && r.MentorId != mentor.PersonId), RoundRules.PinnedElsewhere);
        Ensure(_rulings.Count(r => r.Kind == RulingKind.Pinned && r.MentorId == mentor.PersonId && r.TraineeId != trainee.PersonId) < mentor.Places, RoundRules.PinnedOverPlaces, mentor.Places);
        Rule(mentor, trainee, RulingKind.Pinned);
    }

    /// <summary>The pair must not hold in any result from now on.</summary>
    public void Forbid(PoolMember mentor, PoolMember trainee)
    {
        EnsurePair(mentor, trainee);
        Rule(mentor, trainee, RulingKind.Forbidden);
    }

    public void Lift(Guid mentorId, Guid traineeId)
    {
        EnsureNotPublished();
        _rulings.RemoveAll(r => r.MentorId == mentorId && r.TraineeId == traineeId);
    }

    /// <summary>There is a result; nobody is asked any more.</summary>
    public void Computed()
    {
        EnsureNotPublished();
        State = RoundState.Computed;
    }

    /// <summary>This result becomes contracts.</summary>
    public void Publish(MatchingOutcome outcome)
    {
        EnsureNotPublished();
        Ensure(outcome.RoundId == Id && outcome.Matched > 0, RoundRules.NothingToPublish);
        (State, PublishedId) = (RoundState.Published, outcome.Id);
    }

    public void EnsureNotPublished() => Ensure(State != RoundState.Published, RoundRules.IsPublished);

    private void EnsurePair(PoolMember mentor, PoolMember trainee)
    {
        EnsureNotPublished();
        Ensure(mentor.PersonId != trainee.PersonId, RoundRules.NotOneself);
        Ensure(mentor is { Side: Side.Mentor, TakesPart: true } && trainee is { Side: Side.Trainee, TakesPart: true }, RoundRules.BothTakePart);
    }

    private void Rule(PoolMember mentor, PoolMember trainee, RulingKind kind)
    {
        if (_rulings.Find(r => r.MentorId == mentor.PersonId && r.TraineeId == trainee.PersonId) is { } known)
            known.Become(kind);
        else
            _rulings.Add(new(Id, mentor.PersonId, trainee.PersonId, kind));
    }
}

internal enum RoundState
{
    Preparing,

    /// <summary>Everybody in the pool can say whom they would like.</summary>
    Asking,

    /// <summary>There is at least one result.</summary>
    Computed,

    /// <summary>A result became contracts.</summary>
    Published,
}

/// <summary>A round as it is entered.</summary>
internal sealed record RoundPlan(string Name, Guid SubjectId, int Places, IReadOnlyList<Guid> MentorUnits, IReadOnlyList<Guid> TraineeUnits, IReadOnlyDictionary<Wish, int> Weights);
