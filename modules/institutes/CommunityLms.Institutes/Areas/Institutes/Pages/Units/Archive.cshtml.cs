using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Units;

[RequiresPermission(InstitutesPermissions.Units.Edit)]
internal sealed class ArchiveModel(UnitQueries units, UnitReach reach, ArchiveUnit archive) : CheckModel(units)
{
    public override async Task Prepare(CancellationToken cancel)
    {
        await base.Prepare(cancel);
        Change = await reach.OfMove(Id, newParent: null, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await archive.Handle(Id, Stamp, cancel);
        return Done(L["The unit is archived."], "Details", new { Id });
    }
}
