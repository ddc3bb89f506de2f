using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Workflows.Inbox;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Tasks;

/// <summary>What waits for whoever is signed in, the most overdue first, and what they have done.</summary>
[OpenToAccounts("Everyone has an inbox; it holds only what is theirs.")]
internal sealed class IndexModel(InboxQueries inbox) : LmsPageModel
{
    public TableView View { get; private set; } = new();

    public bool ShowsDone { get; private set; }

    public Page<InboxRow> Waiting { get; private set; } = new([], Next: null);

    public Page<DoneRow> Finished { get; private set; } = new([], Next: null);

    public async Task OnGetAsync(bool done, CancellationToken cancel)
    {
        (ShowsDone, View) = (done, TableView.From(Request.Query));
        if (done)
            Finished = await inbox.Done(new(View.After), cancel);
        else
            Waiting = await inbox.Open(new(View.After), cancel);
        View = View with { Next = done ? Finished.Next : Waiting.Next };
    }

    public string WhyWords(InboxRow task) => task.Why switch
    {
        InboxReason.Group => L["for your office; nobody has taken it"],
        InboxReason.Delegated => L["somebody asked you to work on it"],
        InboxReason.Deputy => L["you stand in for {0}", task.For!.ToString()],
        _ => L["it is yours"],
    };
}
