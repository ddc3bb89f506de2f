using CommunityLms.Kernel.Documents;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Finishing;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Contracts;

/// <summary>The certificate of one side of a completed contract.</summary>
[OpenToAccounts("Only those who may see the contract find it.")]
internal sealed class CertificateModel(Certificates certificates) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Side Side { get; set; }

    public Certificate Certificate { get; private set; } = null!;

    public IssuedDocument? Issued { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await certificates.Issue(Id, Side, cancel);
        return RedirectToPage(new { Id, Side });
    }

    public override async Task Prepare(CancellationToken cancel) => (Certificate, Issued) = await certificates.Of(Id, Side, cancel);
}
