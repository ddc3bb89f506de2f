using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Forms.Filling;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Cases;

/// <summary>A file that was brought in an answer of the case. It is a download, and nothing in it ever runs: the type is the one sniffed when it was stored.</summary>
[OpenToAccounts("Whoever may see the case may see what lies in it; for everybody else there is neither.")]
internal sealed class FileModel(CaseAccess access, IFileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, CancellationToken cancel)
    {
        var running = await access.See(id, cancel);
        if (!KeptFile.Within(Values.ToJson(running.Read().Variables)).Any(f => f.Id == fileId) || await files.Find(fileId, cancel) is not { } file)
            throw new RecordMissing("file");
        var headers = Response.GetTypedHeaders();
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = file.Name };
        headers.CacheControl = new() { Private = true, NoCache = true };
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return new FileStreamResult(await files.Open(file.Id, cancel), file.ContentType);
    }
}
