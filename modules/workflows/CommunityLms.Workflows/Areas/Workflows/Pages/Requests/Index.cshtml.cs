using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Requests;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Requests;

/// <summary>What a person may ask for, and where what they have asked for stands.</summary>
[OpenToAccounts("Everyone may see what they may ask for; the drawing says who may.")]
internal sealed class IndexModel(Requesting requests, CaseQueries cases) : LmsPageModel
{
    public TableView View { get; private set; } = new();

    public IReadOnlyList<Requestable> Offered { get; private set; } = [];

    public Page<CaseRow> Cases { get; private set; } = new([], Next: null);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        View = TableView.From(Request.Query);
        Offered = await requests.Offered(cancel);
        Cases = await cases.List(new(Own: true), new(View.After), cancel);
        View = View with { Next = Cases.Next };
    }
}
