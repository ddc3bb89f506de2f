using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Picking;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Pick;

/// <summary>Answers a picker of people with JSON.</summary>
[RequiresPermission(InstitutesPermissions.People.View)]
internal sealed class PeopleModel(PickQueries pick) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancel) => new JsonResult(await pick.People(q, cancel));
}
