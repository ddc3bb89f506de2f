using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Forms.Filling;
using CommunityLms.Workflows.Inbox;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Tasks;

/// <summary>Brings a task, or the sight of its case, to somebody else.</summary>
[OpenToAccounts("Only whoever may do the task finds it.")]
internal sealed class HandOnModel(TaskQuery tasks, PickerChoices pickers, HandingOn handing) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public HandOnInput Input { get; set; } = new();

    public string Task { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Found { get; private set; } = [];

    public override async Task Prepare(CancellationToken cancel)
    {
        Task = (await tasks.Find(Id, cancel)).Item.Name;
        Found = await pickers.Colleagues(Input.PersonId, SearchedIn("Input.PersonId"), cancel);
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await handing.Handle(Id, Input.PersonId!.Value, Input.How, Input.Remark, cancel);
        return Input.How is HandOnWay.Show or HandOnWay.AskOneMore ? Done(L["Sent."], "Details", new { Id }) : Done(L["Sent. It waits there now."], "Index");
    }
}

internal sealed record HandOnInput
{
    [Required, Display(Name = "To whom")]
    public Guid? PersonId { get; init; }

    public HandOnWay How { get; init; }

    [StringLength(500), Display(Name = "Remark")]
    public string? Remark { get; init; }
}
