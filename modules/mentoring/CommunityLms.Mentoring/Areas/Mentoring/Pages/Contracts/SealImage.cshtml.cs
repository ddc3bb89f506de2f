using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.Uploads;
using CommunityLms.Mentoring.Contracting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Contracts;

/// <summary>The image of a seal that stands under the contract.</summary>
[OpenToAccounts("Only those who may see the contract find it, and only seals that were set under it.")]
internal sealed class SealImageModel(ContractAccess access, ISeals seals, IFileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid seal, CancellationToken cancel)
    {
        var contract = await access.ToSee(id, cancel);
        return contract.Confirmations.Any(c => c.SealId == seal && c.Refused is null) && await seals.Find(seal, cancel) is { ImageId: { } image }
            ? await this.Send(files, image, cancel) : throw new RecordMissing("image");
    }
}
