using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.People;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.People;

internal sealed class HonourInput
{
    [Display(Name = "Appraised as")]
    public BackboneCategory? Category { get; set; }

    [Display(Name = "Level")]
    public BackboneLevel? Level { get; set; }

    [Display(Name = "Place in the tutor network")]
    public TutorPosition? Position { get; set; }

    [Display(Name = "Subject")]
    public Guid? SubjectId { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Tutor group")]
    public string? GroupName { get; set; }

    [Required, Display(Name = "Since")]
    public DateOnly? From { get; set; }
}

/// <summary>Adds an appraisal or a place in the tutor network.</summary>
[RequiresPermission(InstitutesPermissions.People.Edit)]
internal sealed class HonourModel(PersonDetailsQuery people, Honours honours, SubjectNames subjects, TimeProvider clock) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public HonourInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public string Called { get; private set; } = "";

    public override async Task Prepare(CancellationToken cancel)
    {
        Called = (await people.Find(Id, cancel)).Name.ToString();
        Subjects = [.. (await subjects.All(cancel)).Select(s => new SelectListItem(s.Value.ToString(), s.Key.ToString()))];
    }

    public Task OnGetAsync(CancellationToken cancel)
    {
        Input = new() { From = clock.Today() };
        return Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        switch (Input)
        {
            case { Position: { } position, SubjectId: { } subject, Category: null }:
                await honours.Appoint(Id, subject, position, Input.GroupName, Input.From!.Value, cancel);
                break;
            case { Category: { } category, Level: { } level, Position: null }:
                await honours.Appraise(Id, level, category, Input.SubjectId, Input.From!.Value, cancel);
                break;
            default:
                ModelState.AddModelError("Input.Category", L["Choose what the person was appraised as and at which level, or a place in the network with its subject."]);
                await Prepare(cancel);
                return Page();
        }
        return Done(L["The honour is added."], "Details", new { Id });
    }
}
