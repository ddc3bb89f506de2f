using CommunityLms.Institutes.Seals;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.Uploads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Seals;

/// <summary>A seal's image for the img of a page.</summary>
[OpenToAccounts("Keepers see the seal they keep; everybody else needs the permission on its unit, which the query asks for.")]
internal sealed class ImageModel(SealQueries seals, IFileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await this.Send(files, await seals.ImageOf(id, cancel), cancel);
}
