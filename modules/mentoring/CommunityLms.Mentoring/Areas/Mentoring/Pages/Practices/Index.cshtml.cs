using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Mentoring.Inspections;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Practices;

/// <summary>What worked elsewhere, for those who can learn from it.</summary>
[OpenToAccounts("It shows what was made known to the programmes the reader takes part in or may see.")]
internal sealed class IndexModel(InspectionQueries inspections) : LmsPageModel
{
    public TableView View { get; private set; } = new();

    public Page<PracticeRow> Practices { get; private set; } = new([], Next: null);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        View = TableView.From(Request.Query);
        Practices = await inspections.Practices(new(View.After), cancel);
        View = View with { Next = Practices.Next };
    }
}
