using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Definitions;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Definitions;

/// <summary>What was published when, and what two versions differ in.</summary>
[RequiresPermission(WorkflowsPermissions.Definitions.View)]
internal sealed class VersionsModel(DefinitionQueries definitions, IAccess access) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DefinitionView Shown { get; private set; } = null!;

    public ComparedVersions? Compared { get; private set; }

    public bool MayEdit { get; private set; }

    public async Task OnGetAsync(int? from, int? to, CancellationToken cancel)
    {
        Shown = await definitions.Find(Id, cancel);
        MayEdit = (await access.ScopeOf(WorkflowsPermissions.Definitions.Edit, cancel)).Everything;
        if (from is { } number)
            Compared = new(number, to, to is { } other ? L["version {0}", other] : L["the drawing as it stands now"], await definitions.Xml(Id, number, cancel), await definitions.Xml(Id, to, cancel));
    }
}

/// <param name="To">Null for the draft.</param>
internal sealed record ComparedVersions(int From, int? To, string ToName, string Before, string After);
