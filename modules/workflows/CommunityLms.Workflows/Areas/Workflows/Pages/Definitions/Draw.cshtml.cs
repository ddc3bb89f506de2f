using System.Text;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Designer;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Definitions;

/// <summary>The drawing. It saves itself through the API; what stands here is published, downloaded and put away.</summary>
[RequiresPermission(WorkflowsPermissions.Definitions.View)]
internal sealed class DrawModel(DefinitionQueries definitions, DesignerDataQuery data, PublishDefinition publish, EditDefinition edit, FailedStarts starts, IAccess access) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DefinitionView Shown { get; private set; } = null!;

    public DesignerData Data { get; private set; } = null!;

    public IReadOnlyList<FailedStart> Failed { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public override async Task Prepare(CancellationToken cancel)
    {
        Shown = await definitions.Find(Id, cancel);
        Failed = await starts.Of(Id, cancel);
        Data = await data.For(Shown.Definition, cancel);
        MayEdit = Shown.Definition.ArchivedOn is null && (await access.ScopeOf(WorkflowsPermissions.Definitions.Edit, cancel)).Everything;
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnGetFileAsync(int? version, CancellationToken cancel)
    {
        var shown = await definitions.Find(Id, cancel);
        return File(Encoding.UTF8.GetBytes(await definitions.Xml(Id, version, cancel)), "application/xml", $"{shown.Definition.Key}{(version is { } number ? $"-{number}" : "")}.bpmn");
    }

    public async Task<IActionResult> OnPostPublishAsync(string? note, CancellationToken cancel) =>
        Done(L["Version {0} is published. New cases run by it.", await publish.Handle(Id, note, cancel)], "Draw", new { Id });

    public async Task<IActionResult> OnPostTryAgainAsync(CancellationToken cancel)
    {
        await starts.TryAgain(Id, cancel);
        return Done(L["It is tried again."], "Draw", new { Id });
    }

    public async Task<IActionResult> OnPostArchiveAsync(CancellationToken cancel)
    {
        await edit.Archive(Id, cancel);
        return Done(L["The workflow is archived. Nobody can begin a new case; running ones go on."], "Index");
    }

    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken cancel)
    {
        await edit.Restore(Id, cancel);
        return Done(L["The workflow can be used again."], "Draw", new { Id });
    }
}
