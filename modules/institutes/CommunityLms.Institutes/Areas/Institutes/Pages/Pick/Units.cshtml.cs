using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Picking;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Pick;

/// <summary>Answers a picker of units with JSON.</summary>
[RequiresPermission(InstitutesPermissions.Units.View)]
internal sealed class UnitsModel(PickQueries pick) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancel) => new JsonResult(await pick.Units(q, cancel));
}
