using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.KeptPages;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Units;

[RequiresPermission(InstitutesPermissions.Units.View)]
[KeptWhileNothingChanges]
internal sealed class IndexModel(UnitTree tree, IAccess access) : LmsPageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public UnitKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public UnitSetting? Setting { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Archived { get; set; }

    /// <summary>The unit the tree begins with; null for the institute.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? From { get; set; }

    public UnitFilter Filter => new(Search, Kind, Setting, Archived);

    public UnitForest Forest { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Forest = await tree.Draw(Filter, From, cancel);
        MayEdit = await access.May(InstitutesPermissions.Units.Edit, cancel);
    }

    /// <summary>The units below one that is opened in a large tree.</summary>
    public async Task<IActionResult> OnGetBelowAsync(CancellationToken cancel)
    {
        Forest = await tree.Draw(Filter, From, cancel);
        return Forest.Root is null ? NotFound() : Partial("_Below", this);
    }
}
