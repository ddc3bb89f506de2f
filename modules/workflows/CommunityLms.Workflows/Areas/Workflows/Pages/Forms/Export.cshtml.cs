using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Transfer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Forms;

/// <summary>The drawing as it stands and its forms, as one file.</summary>
[RequiresPermission(WorkflowsPermissions.Definitions.View)]
internal sealed class ExportModel(TakeDefinition take) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var (key, content) = await take.Handle(id, cancel);
        return File(content, "application/zip", $"{key}.zip");
    }
}
