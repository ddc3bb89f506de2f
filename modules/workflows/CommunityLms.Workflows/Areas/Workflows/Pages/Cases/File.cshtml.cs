using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.Uploads;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Forms.Filling;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Cases;

/// <summary>A file that was brought in an answer of the case.</summary>
[OpenToAccounts("Whoever may see the case may see what lies in it; for everybody else there is neither.")]
internal sealed class FileModel(CaseAccess access, IFileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, CancellationToken cancel)
    {
        var running = await access.See(id, cancel);
        return KeptFile.Within(Values.ToJson(running.Read().Variables)).Any(f => f.Id == fileId) ? await this.Send(files, fileId, cancel) : throw new RecordMissing("file");
    }
}
