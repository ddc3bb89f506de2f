using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Units;

[RequiresPermission(InstitutesPermissions.Units.Edit)]
internal sealed class MergeModel(UnitQueries units, UnitChoices choices, UnitReach reach, MergeUnits merge) : CheckWithOtherModel(units, choices)
{
    public override string Question => L["Into which unit does it go?"];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await merge.Handle(Id, Stamp, OtherId ?? Guid.Empty, cancel);
        return Done(L["The units are merged."], "Details", new { id = OtherId });
    }

    protected override bool Fits(UnitInfo other) => other.Kind == Unit.Kind && other.ParentId is not null && other.Id != Id;

    protected override Task<TreeChange> Preview(UnitInfo other, CancellationToken cancel) => reach.OfMerge(Id, other.Id, cancel);
}
