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
internal sealed class HandOnModel(TaskQuery tasks, PickerChoices pickers, PassingOn passing, SendingBack back) : LmsPageModel
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
        var to = Input.PersonId!.Value;
        await (Input.How switch
        {
            HandOnWay.Delegate => passing.Delegate(Id, to, Input.Remark, cancel),
            HandOnWay.AskOneMore => back.AddApprover(Id, to, cancel),
            HandOnWay.Show => passing.CopyTo(Id, to, cancel),
            _ => passing.Transfer(Id, to, Input.Remark, cancel),
        });
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

internal enum HandOnWay
{
    [Display(Name = "It is theirs from now on")]
    Transfer,

    [Display(Name = "They work on it, then it comes back to me")]
    Delegate,

    [Display(Name = "They decide as well")]
    AskOneMore,

    [Display(Name = "They only get to see the case")]
    Show,
}
