using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Web;

namespace CommunityLms.Mentoring.Programmes;

/// <summary>What is asked of every programme.</summary>
internal abstract record ProgrammeBasics
{
    [Required, StringLength(Programme.NameLength), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [Display(Name = "Subjects")]
    public List<Guid> SubjectIds { get; set; } = [];

    [Required, Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [Required, Display(Name = "Last day")]
    public DateOnly? To { get; set; }

    [Display(Name = "Mid-term confirmation from")]
    public DateOnly? MidtermOn { get; set; }

    [Required, Display(Name = "Workflow of the contracts")]
    public string WorkflowKey { get; set; } = "";

    [Display(Name = "Workflow of amendments")]
    public string? AmendmentKey { get; set; }

    [Display(Name = "Forms of pairing")]
    public List<PairingForms> Forms { get; set; } = [];

    protected PairingForms AllForms => Forms.Aggregate(PairingForms.None, (all, form) => all | form);

    protected string? Amendment => string.IsNullOrWhiteSpace(AmendmentKey) ? null : AmendmentKey;
}

/// <summary>A programme that is set up; stages and activities come from the template.</summary>
internal sealed record NewProgrammeInput : ProgrammeBasics
{
    [Required, Display(Name = "Template")]
    public string Template { get; set; } = ProgrammeTemplate.City.Key;

    public ProgrammePlan Plan()
    {
        var (template, from, to) = (ProgrammeTemplate.Of(Template), From ?? default, To ?? default);
        return new(Name, from, to, MidtermOn, WorkflowKey, AllForms, SubjectIds, template.StagesWithin(from, to), template.Activities, Amendment);
    }
}

/// <summary>A programme that is changed, with all that belongs to it.</summary>
internal sealed record ProgrammeInput : ProgrammeBasics, IVersionedInput
{
    [Display(Name = "Mentors are backbone teachers of at least")]
    public BackboneLevel? MentorLevel { get; set; }

    [Display(Name = "Only teachers of rural and village schools are trainees")]
    public bool OnlyRuralTrainees { get; set; }

    [StringLength(Programme.TermsLength), Display(Name = "Terms of its contracts")]
    public string? Terms { get; set; }

    [Display(Name = "Stages")]
    public List<StageLine> Stages { get; set; } = [];

    [Display(Name = "What each pair has to do")]
    public List<ActivityLine> Activities { get; set; } = [];

    public Guid Stamp { get; set; }

    /// <summary>Lines without a name are left out.</summary>
    public ProgrammePlan Plan() => new(Name, From ?? default, To ?? default, MidtermOn, WorkflowKey, AllForms, SubjectIds,
        [.. Stages.Where(s => !s.IsEmpty).Select(s => s.Plan())], [.. Activities.Where(a => !a.IsEmpty).Select(a => a.Plan())], Amendment,
        MentorLevel, OnlyRuralTrainees, string.IsNullOrWhiteSpace(Terms) ? null : Terms.Trim());

    public static ProgrammeInput Of(Programme programme) => new()
    {
        Name = programme.Name, From = programme.From, To = programme.To, MidtermOn = programme.MidtermOn, WorkflowKey = programme.WorkflowKey, AmendmentKey = programme.AmendmentKey,
        Forms = [.. ProgrammeWords.Forms.Where(programme.Allows)], SubjectIds = [.. programme.Subjects.Select(s => s.SubjectId)],
        MentorLevel = programme.MentorLevel, OnlyRuralTrainees = programme.OnlyRuralTrainees, Terms = programme.Terms, Stamp = programme.ConcurrencyStamp,
        Stages = [.. programme.Plan().Stages.Select(StageLine.Of)], Activities = [.. programme.Plan().Activities.Select(ActivityLine.Of)],
    };
}

/// <summary>A stage in the form.</summary>
internal sealed record StageLine
{
    [StringLength(ProgrammeStage.NameLength), Display(Name = "Stage")]
    public string? Name { get; set; }

    [Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [Display(Name = "Last day")]
    public DateOnly? To { get; set; }

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Name);

    /// <exception cref="RuleBroken">A day is missing.</exception>
    public StagePlan Plan() => From is { } from && To is { } to ? new(Name!.Trim(), from, to) : throw new RuleBroken(ProgrammeRules.StageWithin, Name);

    public static StageLine Of(StagePlan plan) => new() { Name = plan.Name, From = plan.From, To = plan.To };

    public override string ToString() => IsEmpty ? "" : $"{Name} ({From} – {To})";
}

/// <summary>A required activity in the form.</summary>
internal sealed record ActivityLine
{
    [StringLength(RequiredActivity.NameLength), Display(Name = "Activity")]
    public string? Name { get; set; }

    [Display(Name = "Kind")]
    public ActivityKind Kind { get; set; } = ActivityKind.Other;

    [Range(1, RequiredActivity.MostTimes), Display(Name = "Times")]
    public int? Times { get; set; }

    [Display(Name = "Who")]
    public Side? Side { get; set; }

    [Display(Name = "Only in the subject")]
    public Guid? SubjectId { get; set; }

    [Range(1, 100_000), Display(Name = "Characters at least")]
    public int? MinimumCharacters { get; set; }

    [Display(Name = "Not before")]
    public DateOnly? From { get; set; }

    [Display(Name = "Not after")]
    public DateOnly? To { get; set; }

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Name);

    public ActivityPlan Plan() => new(Name!.Trim(), Kind, Times ?? 0, Side, SubjectId, MinimumCharacters, From, To);

    public static ActivityLine Of(ActivityPlan plan) =>
        new() { Name = plan.Name, Kind = plan.Kind, Times = plan.Times, Side = plan.Side, SubjectId = plan.SubjectId, MinimumCharacters = plan.MinimumCharacters, From = plan.From, To = plan.To };

    public override string ToString() => IsEmpty ? "" : $"{Name} × {Times}{(Side is { } side ? $", {side}" : "")}{(MinimumCharacters is { } least ? $", ≥ {least}" : "")}{(From is null && To is null ? "" : $" ({From} – {To})")}";
}
