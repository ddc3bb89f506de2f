using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Units;

[RequiresPermission(InstitutesPermissions.Units.Edit)]
internal sealed class DeleteModel(UnitQueries units, DeleteUnit delete) : CheckModel(units)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await delete.Handle(Id, Stamp, cancel);
        return Done(L["The unit is deleted."], "Index");
    }
}
