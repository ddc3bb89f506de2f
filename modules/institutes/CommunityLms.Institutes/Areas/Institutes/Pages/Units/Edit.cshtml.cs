using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Units;

[RequiresPermission(InstitutesPermissions.Units.Edit)]
internal sealed class EditModel(UnitQueries units, ChangeUnit change) : LmsPageModel, IEditsRecord<UnitInput>, IAsksForUnit
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public UnitInput Input { get; set; } = new();

    public UnitInfo Unit { get; private set; } = null!;

    public UnitKind? Kind => Unit.Kind;

    public async Task<UnitInput> Stored(CancellationToken cancel) => UnitInput.Of(await units.Stored(Id, cancel));

    public override async Task Prepare(CancellationToken cancel) => Unit = await units.Find(Id, InstitutesPermissions.Units.Edit, cancel);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Input = await Stored(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await change.Handle(Id, Input.Stamp, Input.Details(), cancel);
        return Done(L["The changes are saved."], "Details", new { Id });
    }
}
