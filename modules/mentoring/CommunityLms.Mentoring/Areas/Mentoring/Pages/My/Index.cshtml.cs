using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.KeptPages;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.My;

[OpenToAccounts("It shows only the reader's own contracts."), KeptWhileNothingChanges]
internal sealed class IndexModel(ContractQueries contracts) : LmsPageModel
{
    public IReadOnlyList<ContractRow> Contracts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Contracts = await contracts.Mine(cancel);
}
