using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Seals;

[OpenToAccounts("It shows only what waits for a seal that the reader keeps.")]
internal sealed class IndexModel(ContractQueries contracts) : LmsPageModel
{
    public IReadOnlyList<WaitingForSeal> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Waiting = await contracts.ForMySeals(cancel);
}
