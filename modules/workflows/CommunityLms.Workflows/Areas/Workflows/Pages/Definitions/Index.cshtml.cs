using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Definitions;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Definitions;

[RequiresPermission(WorkflowsPermissions.Definitions.View)]
internal sealed class IndexModel(DefinitionQueries definitions, IAccess access) : LmsPageModel
{
    public IReadOnlyList<DefinitionRow> Rows { get; private set; } = [];

    public bool Archived { get; private set; }

    public bool MayEdit { get; private set; }

    public async Task OnGetAsync(bool archived, CancellationToken cancel)
    {
        (Archived, Rows) = (archived, await definitions.All(archived, cancel));
        MayEdit = (await access.ScopeOf(WorkflowsPermissions.Definitions.Edit, cancel)).Everything;
    }
}
