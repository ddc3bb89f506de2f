using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Forms.Filling;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Cases;

/// <summary>Gives an open task of a case to somebody, whoever has it.</summary>
[RequiresPermission(WorkflowsPermissions.Cases.Intervene)]
internal sealed class ReassignModel(CaseQueries cases, CaseWords words, PickerChoices pickers, Intervening intervening) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReassignInput Input { get; set; } = new();

    public string Title { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Tasks { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Found { get; private set; } = [];

    public override async Task Prepare(CancellationToken cancel)
    {
        await intervening.Require(Id, cancel);
        var shown = await cases.Find(Id, cancel);
        Title = shown.Case.Title;
        Tasks = [.. (await words.StandsAt(shown, cancel)).Where(s => s.TaskId is not null).Select(s => new SelectListItem(L["{0} ({1})", s.Name, s.Who], s.TaskId.ToString()))];
        Found = await pickers.Colleagues(Input.PersonId, SearchedIn("Input.PersonId"), cancel);
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        if (Tasks is [var only])
            Input = Input with { TaskId = Guid.Parse(only.Value) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await intervening.Reassign(Id, Input.TaskId!.Value, Input.PersonId!.Value, Input.Reason!, cancel);
        return Done(L["Done. The story says so."], "Details", new { Id });
    }
}

internal sealed record ReassignInput
{
    [Required]
    public Guid? TaskId { get; init; }

    [Required]
    public Guid? PersonId { get; init; }

    [Required, StringLength(500)]
    public string? Reason { get; init; }
}
