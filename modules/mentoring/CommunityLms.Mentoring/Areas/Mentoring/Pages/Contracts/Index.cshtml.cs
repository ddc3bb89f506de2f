using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.KeptPages;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Contracts;

/// <summary>The contracts of the trainees of the reader's units, the newest first.</summary>
[RequiresPermission(MentoringPermissions.Contracts.View), KeptWhileNothingChanges]
internal sealed class IndexModel(ContractQueries contracts, ProgrammeQueries programmes) : LmsPageModel
{
    public TableView View { get; private set; } = new();

    public Page<ContractRow> Contracts { get; private set; } = new([], Next: null);

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> States { get; private set; } = [];

    public async Task OnGetAsync(Guid? programme, ContractState? state, CancellationToken cancel)
    {
        View = TableView.From(Request.Query);
        Contracts = await contracts.All(new(programme, state), new(View.After), cancel);
        View = View with { Next = Contracts.Next };
        Programmes = [.. (await programmes.All(cancel)).Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == programme))];
        States = [.. Enum.GetValues<ContractState>().Select(s => new SelectListItem(ContractWords.Of(L, s, TrainingStatus.Active).Words, s.ToString(), s == state))];
    }
}
