using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Picking;
using CommunityLms.Institutes.Seals;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Seals;

[RequiresPermission(InstitutesPermissions.Seals.View)]
internal sealed class IndexModel(SealQueries seals, PickOptions options, IAccess access) : LmsPageModel
{
    /// <summary>Only the seals of this unit and of those below it.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Withdrawn { get; set; }

    internal TableView View { get; private set; } = new();

    internal Page<SealRow> Rows { get; private set; } = new([], Next: null);

    internal IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    internal bool MaySetUp { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        View = TableView.From(Request.Query);
        Rows = await seals.List(new(View.Search, Unit, Withdrawn, View.Sort == "seal", View.Descending), new(View.After), cancel);
        View = View with { Next = Rows.Next };
        Units = await options.Units(Unit, searched: null, cancel);
        MaySetUp = await access.May(InstitutesPermissions.Seals.Edit, cancel);
    }
}
