using CommunityLms.Institutes.Organisation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Units;

/// <summary>A unit as the picker's script wants it.</summary>
internal sealed record UnitOffer(Guid Id, string Name, string? Hint)
{
    private const int Few = 12;

    public static IEnumerable<UnitOffer> Of(IEnumerable<UnitChoice> choices) => choices.Take(Few).Select(c => new UnitOffer(c.Unit.Id, c.Unit.Name.ToString(), c.Path));

    /// <summary>The same as options of a select, for who has no script.</summary>
    public static IEnumerable<SelectListItem> Options(IEnumerable<UnitChoice> choices) => choices.Take(UnitChoices.Limit).Select(c => new SelectListItem(c.Path, c.Unit.Id.ToString()));
}
