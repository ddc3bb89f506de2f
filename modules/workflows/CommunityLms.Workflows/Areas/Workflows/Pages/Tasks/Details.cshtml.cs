using System.Text.Json.Nodes;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Forms.Filling;
using CommunityLms.Workflows.Inbox;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Tasks;

/// <summary>One task: what it is about, what is asked, and what else can be done with it.</summary>
[OpenToAccounts("Only whoever may do the task finds it.")]
internal sealed class DetailsModel(TaskQuery tasks, CompleteTask complete, PassingOn passing, SendingBack back, FormFilling filling) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = "asked")]
    public Dictionary<string, string?> Entered { get; set; } = [];

    [BindProperty(Name = "comment")]
    public string? Comment { get; set; }

    public TaskView Shown { get; private set; } = null!;

    /// <summary>The form; null where the drawing names none.</summary>
    public FormView? View { get; private set; }

    /// <summary>Whether the part for sending back is open, because what was sent from it came back itself.</summary>
    public bool SendsBack { get; private set; }

    public override async Task Prepare(CancellationToken cancel)
    {
        Shown = await tasks.Find(Id, cancel);
        if (Shown.Form is { } form)
            View = await filling.View(form, Shown.Variables, Request, Shown.Draft, cancel) with { Address = Url.Page("Details", "Complete", new { Id }) };
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Entered = Shown.Draft?.ToDictionary(a => a.Key, a => a.Value?.ToString(), StringComparer.Ordinal) ?? [];
    }

    public async Task<IActionResult> OnPostCompleteAsync(CancellationToken cancel)
    {
        var (answers, filled) = await Answers(cancel);
        if (filled is { IsComplete: false })
        {
            filled.Tell(ModelState, L);
            await Prepare(cancel);
            return Page();
        }
        await complete.Handle(Id, answers, Comment, cancel);
        return Done(L["Done. It goes on from here by itself."], "Index");
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        await passing.Keep(Id, (await Answers(cancel)).Answers, cancel);
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
        SendsBack = true;
        await back.SendBack(Id, target, comesBack, reason ?? "", cancel);
        return Done(L["Sent back, with your reason."], "Index");
    }

    /// <summary>What was sent, finished or not; with a form also what it says about it.</summary>
    private async Task<(JsonObject Answers, FormAnswers? Filled)> Answers(CancellationToken cancel)
    {
        var task = await tasks.Find(Id, cancel);
        if (task.Form is not { } form)
            return (AskedFields.Read(task.Fields, Entered), null);
        var filled = await filling.Read(form, task.Variables, Request, cancel);
        return (filled.Answers, filled);
    }
}
