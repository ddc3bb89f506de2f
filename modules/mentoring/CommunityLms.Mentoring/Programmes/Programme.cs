using CommunityLms.Kernel.Domain;

namespace CommunityLms.Mentoring.Programmes;

/// <summary>
/// What an institute arranges for a time: which subjects are paired, by which workflow, in which stages, and what each side has to do
/// (practices P6 to P10).
/// </summary>
internal sealed class Programme : Aggregate
{
    public const int NameLength = 120;
    public const int KeyLength = 60;
    public const int MostStages = 12;

    private readonly List<ProgrammeSubject> _subjects = [];
    private readonly List<ProgrammeStage> _stages = [];
    private readonly List<RequiredActivity> _activities = [];

    private Programme() { }

    /// <exception cref="RuleBroken">A part of the plan doesn't hold together.</exception>
    public Programme(ProgrammePlan plan) => Change(plan);

    public string Name { get; private set; } = "";

    /// <summary>The first day of its contracts.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day of its contracts.</summary>
    public DateOnly To { get; private set; }

    /// <summary>From when trainees are asked whether they still teach the subject (P5); null where nobody is asked.</summary>
    public DateOnly? MidtermOn { get; private set; }

    /// <summary>The short name of the workflow its contracts follow.</summary>
    public string WorkflowKey { get; private set; } = "";

    /// <summary>The short name of the workflow by which a contract under way is changed; null where none is.</summary>
    public string? AmendmentKey { get; private set; }

    /// <summary>Whether mentor and trainee may belong to one school (P1).</summary>
    public bool AllowsOneSchool { get; private set; }

    public ProgrammeState State { get; private set; }

    public IReadOnlyList<ProgrammeSubject> Subjects => _subjects;

    /// <summary>In order of time.</summary>
    public IReadOnlyList<ProgrammeStage> Stages => _stages;

    public IReadOnlyList<RequiredActivity> Activities => _activities;

    /// <exception cref="RuleBroken">A part of the plan doesn't hold together, or it is over.</exception>
    public void Change(ProgrammePlan plan)
    {
        Ensure(State != ProgrammeState.Closed, ProgrammeRules.IsClosed);
        Ensure(plan.Name.Trim() is { Length: > 0 and <= NameLength }, ProgrammeRules.NameFits, NameLength);
        Ensure(plan.WorkflowKey.Trim() is { Length: > 0 and <= KeyLength }, ProgrammeRules.WorkflowIsNamed);
        Ensure(plan.To > plan.From, ProgrammeRules.EndsAfterItBegins);
        Ensure(plan.MidtermOn is not { } midterm || (midterm > plan.From && midterm < plan.To), ProgrammeRules.MidtermWithin);
        Ensure(plan.SubjectIds.Count > 0, ProgrammeRules.HasSubjects);
        Ensure(plan.Stages.Count is > 0 and <= MostStages, ProgrammeRules.HasStages, MostStages);
        foreach (var (stage, before) in plan.Stages.Zip(plan.Stages.Prepend(null)))
        {
            Ensure(stage.To >= stage.From && stage.From >= plan.From && stage.To <= plan.To, ProgrammeRules.StageWithin, stage.Name);
            Ensure(before is null || stage.From > before.To, ProgrammeRules.StagesInOrder, stage.Name);
        }
        (Name, From, To, MidtermOn) = (plan.Name.Trim(), plan.From, plan.To, plan.MidtermOn);
        (WorkflowKey, AmendmentKey, AllowsOneSchool) = (plan.WorkflowKey.Trim(), plan.AmendmentKey, plan.AllowsOneSchool);
        _subjects.RemoveAll(s => !plan.SubjectIds.Contains(s.SubjectId));
        _subjects.AddRange(plan.SubjectIds.Except(_subjects.Select(s => s.SubjectId)).Select(s => new ProgrammeSubject(Id, s)));
        _stages.Clear();
        _stages.AddRange(plan.Stages.Select((s, i) => new ProgrammeStage(Id, i + 1, s)));
        _activities.Clear();
        _activities.AddRange(plan.Activities.Select((a, i) => new RequiredActivity(Id, i + 1, a)));
    }

    /// <summary>From now on people can be paired.</summary>
    public void Open() => State = State == ProgrammeState.Draft ? ProgrammeState.Open : State;

    /// <summary>No further contract begins; those under way go on.</summary>
    public void Close() => State = ProgrammeState.Closed;

    public void EnsureOpen() => Ensure(State == ProgrammeState.Open, ProgrammeRules.IsNotOpen);

    /// <summary>What one side has to do in a subject, for example "hear 7 lessons".</summary>
    public IEnumerable<RequiredActivity> AskedOf(Side side, Guid subjectId) =>
        _activities.Where(a => (a.Side is null || a.Side == side) && (a.SubjectId is null || a.SubjectId == subjectId));
}

internal enum ProgrammeState { Draft, Open, Closed }

/// <summary>The two sides of a contract.</summary>
internal enum Side { Mentor, Trainee }

/// <summary>A programme as it is entered.</summary>
internal sealed record ProgrammePlan(string Name, DateOnly From, DateOnly To, DateOnly? MidtermOn, string WorkflowKey, bool AllowsOneSchool,
    IReadOnlyList<Guid> SubjectIds, IReadOnlyList<StagePlan> Stages, IReadOnlyList<ActivityPlan> Activities, string? AmendmentKey = null);

internal static class ProgrammeRules
{
    public static readonly Rule NameFits = new("A programme has a name of 1 to {0} characters.", "Name");
    public static readonly Rule WorkflowIsNamed = new("Choose the workflow its contracts follow.", "WorkflowKey");
    public static readonly Rule EndsAfterItBegins = new("A programme ends after it begins.", "To");
    public static readonly Rule MidtermWithin = new("The mid-term confirmation lies between the first and the last day.", "MidtermOn");
    public static readonly Rule HasSubjects = new("Choose at least one subject.", "SubjectIds");
    public static readonly Rule HasStages = new("A programme has 1 to {0} stages.", "Stages");
    public static readonly Rule StageWithin = new("The stage “{0}” lies between the first and the last day of the programme, and ends after it begins.", "Stages");
    public static readonly Rule StagesInOrder = new("The stage “{0}” begins after the one before it ends.", "Stages");
    public static readonly Rule ActivityIsNamed = new("An activity has a name of 1 to {0} characters.", "Activities");
    public static readonly Rule ActivityIsCounted = new("“{0}” is asked for 1 to {1} times.", "Activities");
    public static readonly Rule IsNotOpen = new("People can be paired once the programme is open, and until it is closed.");
    public static readonly Rule IsClosed = new("The programme is closed. What is over isn’t changed.");
}
