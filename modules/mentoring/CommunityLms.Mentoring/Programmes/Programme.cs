using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Contracting;

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
    public const int MostActivities = 24;
    public const int TermsLength = 8000;

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

    /// <summary>The forms of pairing it has (P2).</summary>
    public PairingForms Forms { get; private set; }

    /// <summary>The backbone level a mentor has at least; null where every teacher of the subject may be one.</summary>
    public BackboneLevel? MentorLevel { get; private set; }

    /// <summary>Whether only teachers of rural and village schools are trainees.</summary>
    public bool OnlyRuralTrainees { get; private set; }

    /// <summary>What every contract says beside its four decisions; both sides sign it with them. Null where the four say everything.</summary>
    public string? Terms { get; private set; }

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
        Ensure(plan.Terms is null or { Length: <= TermsLength }, ProgrammeRules.TermsFit, TermsLength);
        Ensure(plan.Activities.Count <= MostActivities, ProgrammeRules.FewActivities, MostActivities);
        foreach (var (activity, before) in plan.Activities.SelectMany((a, i) => plan.Activities.Take(i).Select(before => (a, before))))
            Ensure(!activity.AsksTheSameAs(before), ProgrammeRules.ActivityOnce, activity.Name);
        foreach (var activity in plan.Activities)
            Ensure((activity.From ?? plan.From) >= plan.From && (activity.To ?? plan.To) <= plan.To && (activity.From ?? plan.From) <= (activity.To ?? plan.To), ProgrammeRules.ActivityWithin, activity.Name);
        var old = Plan();
        (Name, From, To, MidtermOn) = (plan.Name.Trim(), plan.From, plan.To, plan.MidtermOn);
        (WorkflowKey, AmendmentKey, Terms) = (plan.WorkflowKey.Trim(), plan.AmendmentKey, plan.Terms);
        (Forms, MentorLevel, OnlyRuralTrainees) = (plan.Forms, plan.MentorLevel, plan.OnlyRuralTrainees);
        _subjects.RemoveAll(s => !plan.SubjectIds.Contains(s.SubjectId));
        _subjects.AddRange(plan.SubjectIds.Except(_subjects.Select(s => s.SubjectId)).Select(s => new ProgrammeSubject(Id, s)));
        if (!plan.Stages.SequenceEqual(old.Stages))
        {
            _stages.Clear();
            _stages.AddRange(plan.Stages.Select((s, i) => new ProgrammeStage(Id, i + 1, s)));
        }
        if (plan.Activities.SequenceEqual(old.Activities))
            return;
        _activities.Clear();
        _activities.AddRange(plan.Activities.Select((a, i) => new RequiredActivity(Id, i + 1, a)));
        Raise(new ActivitiesChanged(Id));
    }

    /// <summary>As it would be entered.</summary>
    public ProgrammePlan Plan() => new(Name, From, To, MidtermOn, WorkflowKey, Forms, [.. _subjects.Select(s => s.SubjectId)], [.. _stages.OrderBy(s => s.Number).Select(s => s.Plan())],
        [.. _activities.OrderBy(a => a.Number).Select(a => a.Plan())], AmendmentKey, MentorLevel, OnlyRuralTrainees, Terms);

    /// <summary>From now on people can be paired.</summary>
    public void Open() => State = State == ProgrammeState.Draft ? ProgrammeState.Open : State;

    /// <summary>No further contract begins; those under way go on.</summary>
    public void Close() => State = ProgrammeState.Closed;

    public void EnsureOpen() => Ensure(State == ProgrammeState.Open, ProgrammeRules.IsNotOpen);

    public bool Allows(PairingForms form) => Forms.HasFlag(form);

    /// <summary>Why the two places aren't paired in it; null where they may be.</summary>
    public Rule? Excludes(Workplace mentor, Workplace trainee) =>
        mentor.SchoolId == trainee.SchoolId ? Allows(PairingForms.OneSchool) ? null : ContractRules.NotOneSchool
        : mentor.DistrictId is { } district && district == trainee.DistrictId && !Allows(PairingForms.OneDistrict) ? ContractRules.NotOneDistrict : null;

    /// <summary>What one side has to do in a subject, for example "hear 7 lessons".</summary>
    public IEnumerable<RequiredActivity> AskedOf(Side side, Guid subjectId) =>
        _activities.Where(a => (a.Side is null || a.Side == side) && (a.SubjectId is null || a.SubjectId == subjectId));
}
