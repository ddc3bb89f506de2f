using CommunityLms.Mentoring.Journey;
using Microsoft.AspNetCore.Http;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages;

internal static class IncomingFiles
{
    /// <summary>As the use cases take them.</summary>
    public static IReadOnlyList<IncomingFile> Incoming(this IEnumerable<IFormFile> files) => [.. files.Select(f => new IncomingFile(f.OpenReadStream(), f.FileName))];
}
