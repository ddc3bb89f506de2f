using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Pick;

/// <summary>Answers a picker of everybody who works in the institute with JSON.</summary>
[OpenToAccounts("Everybody who works here finds colleagues and units by name, as on a door plate.")]
internal sealed class ColleaguesModel(IDirectory directory) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancel) => new JsonResult(await directory.Colleagues(q, cancel));
}
