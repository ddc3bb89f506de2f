using CommunityLms.Institutes.Accounts.Sessions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Account.Pages;

[OpenToAccounts("Shows only the institutes one belongs to.")]
internal sealed class InstitutesModel(IOwnInstitutes own, SwitchInstitute switchInstitute) : LmsPageModel
{
    public IReadOnlyList<OwnInstitute> Institutes { get; private set; } = [];

    public override async Task Prepare(CancellationToken cancel) => Institutes = await own.List(cancel);

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(Guid institute, CancellationToken cancel)
    {
        await switchInstitute.Handle(institute, cancel);
        return LocalRedirect("/");
    }
}
