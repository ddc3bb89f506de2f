using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Inspections;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Inspections;

/// <summary>Inspections and interviews, the latest first.</summary>
[OpenToAccounts("It shows those of schools whose contracts the reader may see, and those the reader is to do.")]
internal sealed class IndexModel(InspectionQueries inspections, ProgrammeQueries programmes, IAccess access) : LmsPageModel
{
    public TableView View { get; private set; } = new();

    public Page<InspectionRow> Inspections { get; private set; } = new([], Next: null);

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> States { get; private set; } = [];

    /// <summary>Where a new one is planned; null for who may not.</summary>
    public Guid? PlanIn { get; private set; }

    public async Task OnGetAsync(Guid? programme, InspectionState? state, CancellationToken cancel)
    {
        View = TableView.From(Request.Query);
        Inspections = await inspections.List(programme, state, new(View.After), cancel);
        View = View with { Next = Inspections.Next };
        var all = await programmes.All(cancel);
        Programmes = [.. all.Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == programme))];
        States = [.. Enum.GetValues<InspectionState>().Select(s => new SelectListItem(InspectionWords.Of(L, s).Words, s.ToString(), s == state))];
        if (await access.May(MentoringPermissions.Inspections.Manage, cancel))
            PlanIn = programme ?? all.FirstOrDefault(p => p.State == ProgrammeState.Open)?.Id;
    }
}
