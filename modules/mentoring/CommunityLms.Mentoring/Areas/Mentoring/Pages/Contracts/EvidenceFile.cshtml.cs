using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.Uploads;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Contracts;

/// <summary>A photo or document that shows what was done.</summary>
[OpenToAccounts("Only those who may see the contract find it.")]
internal sealed class EvidenceFileModel(ContractAccess access, JourneyQueries journeys, IFileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, CancellationToken cancel)
    {
        var evidence = await journeys.Find(id, cancel);
        await access.ToSee(evidence.ContractId, cancel);
        return evidence.Files.Any(f => f.FileId == fileId) ? await this.Send(files, fileId, cancel) : throw new RecordMissing("file");
    }
}
