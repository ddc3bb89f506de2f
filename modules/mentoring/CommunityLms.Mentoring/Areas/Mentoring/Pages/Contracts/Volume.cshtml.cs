using CommunityLms.Kernel.Documents;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Finishing;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Contracts;

/// <summary>The results of a contract as a book, for paper or for Word.</summary>
[OpenToAccounts("Only those who may see the contract find it.")]
internal sealed class VolumeModel(ContractAccess access, VolumeComposer composer) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Volume Volume { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Volume = await Compose(cancel);

    public async Task<IActionResult> OnGetWordAsync(CancellationToken cancel)
    {
        var volume = await Compose(cancel);
        return File(volume.ForWord(), WordDocument.ContentType, $"{volume.Title}.docx");
    }

    private async Task<Volume> Compose(CancellationToken cancel) => await composer.Compose(await access.ToSee(Id, cancel), cancel);
}
