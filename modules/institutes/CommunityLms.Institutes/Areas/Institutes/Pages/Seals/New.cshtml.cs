using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Picking;
using CommunityLms.Institutes.Seals;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Seals;

[RequiresPermission(InstitutesPermissions.Seals.Edit)]
internal sealed class NewModel(SetUpSeal setUp, PickOptions options) : LmsPageModel
{
    [BindProperty]
    public NewSealInput Input { get; set; } = new();

    internal IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public Task OnGetAsync(Guid? unit, CancellationToken cancel)
    {
        Input.UnitId = unit;
        return Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var id = await setUp.Handle(new(Input.UnitId!.Value, Input.Name, Input.File.AsSealImage(), Input.ValidUntil), cancel);
        return Done(L["The seal is set up. Entrust it to those who may use it."], "Details", new { id });
    }

    public override async Task Prepare(CancellationToken cancel) => Units = await options.Units(Input.UnitId, SearchedIn("Input.UnitId"), cancel);
}
