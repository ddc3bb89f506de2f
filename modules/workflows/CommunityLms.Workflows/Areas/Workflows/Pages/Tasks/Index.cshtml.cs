using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Workflows.Inbox;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Tasks;

/// <summary>What waits for whoever is signed in, the most overdue first, and what they have done.</summary>
[OpenToAccounts("Everyone has an inbox; it holds only what is theirs.")]
internal sealed class IndexModel(InboxQueries inbox, BulkComplete bulk, SendingBack back) : LmsPageModel
{
    public TableView View { get; private set; } = new();

    public Page<InboxRow> Waiting { get; private set; } = new([], Next: null);

    public Page<DoneRow> Finished { get; private set; } = new([], Next: null);

    [BindProperty(SupportsGet = true, Name = "done")]
    public bool ShowsDone { get; set; }

    public override async Task Prepare(CancellationToken cancel)
    {
        View = TableView.From(Request.Query);
        if (ShowsDone)
            Finished = await inbox.Done(new(View.After), cancel);
        else
            Waiting = await inbox.Open(new(View.After), cancel);
        View = View with { Next = ShowsDone ? Finished.Next : Waiting.Next };
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostApproveAsync(Guid[] ids, string? comment, CancellationToken cancel)
    {
        var results = await bulk.Handle(ids, comment, cancel);
        WhatWasDone = string.Join(' ', results.Where(r => r.Refusal is not null)
            .Select(r => L["Not approved: “{0}”. {1}", r.Task, r.Why(L)!].Value)
            .Prepend(L["Approved: {0}.", results.Count(r => r.Refusal is null)]));
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancel)
    {
        ShowsDone = true;
        await back.TakeBack(id, cancel);
        return Done(L["It is yours again, and what came after it is withdrawn."], "Index", new { done = "" });
    }

    public string WhyWords(InboxRow task) => task.Why switch
    {
        InboxReason.Group => L["for your office; nobody has taken it"],
        InboxReason.Delegated => L["somebody asked you to work on it"],
        InboxReason.Deputy => L["you stand in for {0}", task.For!.ToString()],
        _ => L["it is yours"],
    };
}
