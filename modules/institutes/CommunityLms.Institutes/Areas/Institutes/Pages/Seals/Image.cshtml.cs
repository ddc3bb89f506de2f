using CommunityLms.Institutes.Seals;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Seals;

/// <summary>
/// A seal's image for the img of a page. Opened on its own it is a download, and nothing in it ever runs: the type is the one sniffed
/// when it was stored, and no browser may guess another.
/// </summary>
[OpenToAccounts("Keepers see the seal they keep; everybody else needs the permission on its unit, which the query asks for.")]
internal sealed class ImageModel(SealQueries seals, IFileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var image = await files.Find(await seals.ImageOf(id, cancel), cancel) ?? throw new RecordMissing("image");
        var headers = Response.GetTypedHeaders();
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = image.Name };
        // The browser asks each time whether the reader may still see it; unchanged, it isn't sent again.
        headers.CacheControl = new() { Private = true, NoCache = true };
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return new FileStreamResult(await files.Open(image.Id, cancel), image.ContentType) { EntityTag = new EntityTagHeaderValue($"\"{image.ContentHash}\"") };
    }
}
