using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Pick;

/// <summary>Answers a picker of all units of the institute with JSON.</summary>
[OpenToAccounts("Everybody who works here finds colleagues and units by name, as on a door plate.")]
internal sealed class PlacesModel(IDirectory directory) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancel) => new JsonResult(await directory.Places(q, cancel));
}
