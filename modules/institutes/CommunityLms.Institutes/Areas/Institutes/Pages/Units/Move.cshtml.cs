using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Units;

[RequiresPermission(InstitutesPermissions.Units.Edit)]
internal sealed class MoveModel(UnitQueries units, UnitChoices choices, UnitReach reach, MoveUnit move) : CheckWithOtherModel(units, choices)
{
    public override string Question => L["Below which unit does it stand from now on?"];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await move.Handle(Id, Stamp, OtherId ?? Guid.Empty, cancel);
        return Done(L["It stands in its new place."], "Details", new { Id });
    }

    protected override bool Fits(UnitInfo other) => UnitRules.MayStandBelow(Unit.Kind, other.Kind) && other.Id != Unit.ParentId;

    protected override Task<TreeChange> Preview(UnitInfo other, CancellationToken cancel) => reach.OfMove(Id, other.Id, cancel);
}
