using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Inbox;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Tasks;

/// <summary>One task: what it is about, what is asked, and what else can be done with it.</summary>
[OpenToAccounts("Only whoever may do the task finds it.")]
internal sealed class DetailsModel(TaskQuery tasks, CompleteTask complete, PassingOn passing, SendingBack back) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = "answers")]
    public Dictionary<string, string?> Entered { get; set; } = [];

    [BindProperty(Name = "comment")]
    public string? Comment { get; set; }

    [BindProperty]
    public HandOnInput Hand { get; set; } = new();

    public TaskView Shown { get; private set; } = null!;

    /// <summary>Which of the folded parts is open, because what was sent from it came back.</summary>
    public string? Opened { get; private set; }

    public IReadOnlyList<SelectListItem> Found { get; private set; } = [];

    public override async Task Prepare(CancellationToken cancel)
    {
        Shown = await tasks.Find(Id, cancel);
        if (SearchedIn("Hand.PersonId") is { } words)
            (Opened, Found) = ("hand", await tasks.Colleagues(words, cancel));
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Entered = Shown.Draft;
    }

    public async Task<IActionResult> OnPostCompleteAsync(CancellationToken cancel)
    {
        await complete.Handle(Id, await Answers(cancel), Comment, cancel);
        return Done(L["Done. It goes on from here by itself."], "Index");
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        await passing.Keep(Id, await Answers(cancel), cancel);
        return Done(L["Kept as you entered it. It waits for you here."], "Index");
    }

    public async Task<IActionResult> OnPostClaimAsync(CancellationToken cancel)
    {
        await passing.Claim(Id, cancel);
        return Done(L["It is yours now."], "Details", new { Id });
    }

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancel)
    {
        await passing.Return(Id, cancel);
        return Done(L["Everybody of the group may take it again."], "Index");
    }

    public async Task<IActionResult> OnPostSendBackAsync(string target, bool comesBack, string? reason, CancellationToken cancel)
    {
        Opened = "back";
        await back.SendBack(Id, target, comesBack, reason ?? "", cancel);
        return Done(L["Sent back, with your reason."], "Index");
    }

    public async Task<IActionResult> OnPostHandOnAsync(CancellationToken cancel)
    {
        Opened = "hand";
        var to = Hand.PersonId!.Value;
        await (Hand.How switch
        {
            HandOnWay.Delegate => passing.Delegate(Id, to, Hand.Remark, cancel),
            HandOnWay.AskOneMore => back.AddApprover(Id, to, cancel),
            HandOnWay.Show => passing.CopyTo(Id, to, cancel),
            _ => passing.Transfer(Id, to, Hand.Remark, cancel),
        });
        return Hand.How is HandOnWay.Show or HandOnWay.AskOneMore ? Done(L["Sent."], "Details", new { Id }) : Done(L["Sent. It waits there now."], "Index");
    }

    private async Task<JsonObject> Answers(CancellationToken cancel) => AskedFields.Read((await tasks.Find(Id, cancel)).Fields, Entered);
}

internal sealed record HandOnInput
{
    [Required]
    public Guid? PersonId { get; init; }

    public HandOnWay How { get; init; }

    [StringLength(500)]
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
