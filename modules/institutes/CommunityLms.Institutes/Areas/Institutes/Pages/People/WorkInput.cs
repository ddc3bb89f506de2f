using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Picking;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel.Modularity;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.People;

/// <summary>What is asked about work in a unit.</summary>
internal sealed class WorkInput
{
    [Required, Display(Name = "Unit")]
    public Guid? UnitId { get; set; }

    [Display(Name = "Subject")]
    public Guid? SubjectId { get; set; }

    [Display(Name = "Grades")]
    public GradeBand? GradeBand { get; set; }

    [Display(Name = "Post")]
    public EmploymentLoad Load { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Title")]
    public string? Title { get; set; }

    [Required, Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [Display(Name = "Last day")]
    public DateOnly? To { get; set; }

    /// <summary>A method, not a property: model binding reads properties, also of a form that lacks what is needed here.</summary>
    public EmploymentTerms Terms() => new(UnitId!.Value, From!.Value, To, SubjectId, GradeBand, Load, Title);
}

/// <summary>A page that asks for work in a unit.</summary>
internal interface IAsksForWork
{
    WorkInput Work { get; }

    WorkChoices Choices { get; }
}

/// <summary>A page that asks who a person is.</summary>
internal interface IAsksForPerson
{
    PersonInput Input { get; }
}

/// <summary>What can be chosen for work in a unit.</summary>
internal sealed class WorkChoices(PickOptions pick, SubjectNames subjects) : IScopedDependency
{
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public async Task Load(Guid? unit, string? searched, CancellationToken cancel)
    {
        Units = await pick.Units(unit, searched, cancel);
        Subjects = [.. (await subjects.All(cancel)).Select(s => new SelectListItem(s.Value.ToString(), s.Key.ToString()))];
    }
}
