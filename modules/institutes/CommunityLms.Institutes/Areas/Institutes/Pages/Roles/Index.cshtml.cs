using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Roles;

[RequiresPermission(InstitutesPermissions.Grants.Roles)]
internal sealed class IndexModel(RoleQueries roles, IAccess access) : LmsPageModel
{
    internal IReadOnlyList<RoleRow> Roles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await access.RequireEverywhere(InstitutesPermissions.Grants.Roles, cancel);
        Roles = await roles.All(cancel);
    }
}
