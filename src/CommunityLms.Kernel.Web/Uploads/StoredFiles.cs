using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace CommunityLms.Kernel.Web.Uploads;

/// <summary>Files that people brought, on their way back.</summary>
public static class StoredFiles
{
    /// <summary>
    /// For the img of a page or as a download. Opened on its own it is a download, and nothing in it ever runs: the type is the one sniffed
    /// when it was stored, and no browser may guess another. Whether the reader may have it is the page's to say.
    /// </summary>
    /// <exception cref="RecordMissing">The institute has no such file.</exception>
    public static async Task<FileStreamResult> Send(this PageModel page, IFileStore files, Guid fileId, CancellationToken cancel)
    {
        var file = await files.Find(fileId, cancel) ?? throw new RecordMissing("file");
        var headers = page.Response.GetTypedHeaders();
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = file.Name };
        // The browser asks each time whether the reader may still see it; unchanged, it isn't sent again.
        headers.CacheControl = new() { Private = true, NoCache = true };
        page.Response.Headers.XContentTypeOptions = "nosniff";
        page.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return new(await files.Open(file.Id, cancel), file.ContentType) { EntityTag = new EntityTagHeaderValue($"\"{file.ContentHash}\"") };
    }
}
