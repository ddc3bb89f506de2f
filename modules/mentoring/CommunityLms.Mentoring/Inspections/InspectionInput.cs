using System.ComponentModel.DataAnnotations;

namespace CommunityLms.Mentoring.Inspections;

/// <summary>What the form for planning asks for.</summary>
internal sealed record InspectionInput
{
    public Guid ProgrammeId { get; set; }

    [Required, Display(Name = "School")]
    public Guid? SchoolId { get; set; }

    [Display(Name = "Kind")]
    public InspectionKind Kind { get; set; }

    [Required, Display(Name = "Planned for")]
    public DateOnly? PlannedOn { get; set; }

    [Required, Display(Name = "Who inspects")]
    public Guid? InspectorId { get; set; }

    [Required, StringLength(Inspection.SubjectLength), Display(Name = "What is looked at")]
    public string About { get; set; } = "";

    [Display(Name = "Pairs concerned")]
    public List<Guid> ContractIds { get; set; } = [];
}

/// <summary>What is entered once it took place.</summary>
internal sealed record FindingInput
{
    [Required, Display(Name = "Took place on")]
    public DateOnly? DoneOn { get; set; }

    [Required, StringLength(Inspection.TextLength), Display(Name = "What was found")]
    public string Finding { get; set; } = "";

    [StringLength(Inspection.TextLength), Display(Name = "What has to follow")]
    public string? FollowUp { get; set; }

    [Display(Name = "By when")]
    public DateOnly? FollowUpBy { get; set; }
}

/// <summary>What is made known.</summary>
internal sealed record PracticeInput
{
    [Required, StringLength(Inspection.SubjectLength), Display(Name = "Title")]
    public string Title { get; set; } = "";

    [Required, StringLength(Inspection.TextLength), Display(Name = "What others can learn from it")]
    public string Practice { get; set; } = "";
}
