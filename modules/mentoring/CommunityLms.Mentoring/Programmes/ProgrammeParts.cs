using CommunityLms.Kernel.Domain;

namespace CommunityLms.Mentoring.Programmes;

internal sealed class ProgrammeSubject : Entity, IMultiTenant
{
    private ProgrammeSubject() { }

    internal ProgrammeSubject(Guid programmeId, Guid subjectId) => (ProgrammeId, SubjectId) = (programmeId, subjectId);

    public Guid TenantId { get; private set; }

    public Guid ProgrammeId { get; private set; }

    public Guid SubjectId { get; private set; }
}

/// <summary>A part of the programme's time, at the end of which both sides look back.</summary>
internal sealed class ProgrammeStage : Entity, IMultiTenant
{
    public const int NameLength = 80;

    private ProgrammeStage() { }

    internal ProgrammeStage(Guid programmeId, int number, StagePlan plan) => (ProgrammeId, Number, Name, From, To) = (programmeId, number, plan.Name.Trim(), plan.From, plan.To);

    public Guid TenantId { get; private set; }

    public Guid ProgrammeId { get; private set; }

    public int Number { get; private set; }

    public string Name { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    internal StagePlan Plan() => new(Name, From, To);
}

internal sealed record StagePlan(string Name, DateOnly From, DateOnly To);

/// <summary>Something each pair has to do so many times, such as the "three ones" (P7): hear each other's lessons, write a paper, recommend a book.</summary>
internal sealed class RequiredActivity : Entity, IMultiTenant
{
    public const int NameLength = 80;
    public const int MostTimes = 200;

    private RequiredActivity() { }

    /// <exception cref="RuleBroken">It has no name, or isn't asked for at least once.</exception>
    internal RequiredActivity(Guid programmeId, int number, ActivityPlan plan)
    {
        if (plan.Name.Trim() is not { Length: > 0 and <= NameLength } name)
            throw new RuleBroken(ProgrammeRules.ActivityIsNamed, NameLength);
        if (plan.Times is < 1 or > MostTimes)
            throw new RuleBroken(ProgrammeRules.ActivityIsCounted, name, MostTimes);
        (ProgrammeId, Number, Name, Kind, Times) = (programmeId, number, name, plan.Kind, plan.Times);
        (Side, SubjectId, MinimumCharacters, From, To) = (plan.Side, plan.SubjectId, plan.MinimumCharacters, plan.From, plan.To);
    }

    public Guid TenantId { get; private set; }

    public Guid ProgrammeId { get; private set; }

    public int Number { get; private set; }

    /// <summary>As the institute calls it.</summary>
    public string Name { get; private set; } = "";

    public ActivityKind Kind { get; private set; }

    /// <summary>How often in the whole term of the contract.</summary>
    public int Times { get; private set; }

    /// <summary>Who has to do it; null for both.</summary>
    public Side? Side { get; private set; }

    /// <summary>The one section that asks for it; null for all subjects of the programme.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>How long a text has to be; null where length doesn't matter.</summary>
    public int? MinimumCharacters { get; private set; }

    /// <summary>The first day on which it can be done, for example of an opening lesson; null from the first day of the contract.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>The last such day; null to the last day of the contract.</summary>
    public DateOnly? To { get; private set; }

    public bool CanBeDoneOn(DateOnly day) => (From is not { } from || day >= from) && (To is not { } to || day <= to);

    internal ActivityPlan Plan() => new(Name, Kind, Times, Side, SubjectId, MinimumCharacters, From, To);
}

/// <param name="Times">How often in the whole term of the contract.</param>
/// <param name="Side">Null for both sides.</param>
/// <param name="SubjectId">Null for all subjects of the programme.</param>
/// <param name="From">The first day of the window in which it is done; null where it has none.</param>
/// <param name="To">Its last day.</param>
internal sealed record ActivityPlan(string Name, ActivityKind Kind, int Times, Side? Side = null, Guid? SubjectId = null, int? MinimumCharacters = null, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Whether somebody would have two counts of one name.</summary>
    public bool AsksTheSameAs(ActivityPlan other) => Name == other.Name && (Side is null || other.Side is null || Side == other.Side) && (SubjectId is null || other.SubjectId is null || SubjectId == other.SubjectId);
}

/// <summary>What an activity is about; it decides what is asked as evidence and who accepts it.</summary>
internal enum ActivityKind
{
    /// <summary>A lesson of the other side that was heard; the teacher who was heard confirms it.</summary>
    LessonHeard,

    /// <summary>A lesson shown to others: an open, report or demonstration lesson.</summary>
    LessonShown,
    Paper,

    /// <summary>A book recommended to the other side, with notes.</summary>
    Book,

    /// <summary>Notes on what was read.</summary>
    ReadingNotes,

    /// <summary>Small-scale research on a problem of one's own teaching.</summary>
    Research,

    /// <summary>A visit to the other side's school.</summary>
    Visit,
    Other,
}
