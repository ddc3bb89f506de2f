using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Host.Institutes;

[RequiresPermission(InstitutesPermissions.HostInstitutes)]
internal sealed class IndexModel(InstituteQueries queries) : LmsPageModel
{
    public IReadOnlyList<InstituteRow> Institutes { get; private set; } = [];

    public override async Task Prepare(CancellationToken cancel) => Institutes = await queries.All(cancel);

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);
}
