using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Transfer;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Forms;

[RequiresPermission(WorkflowsPermissions.Definitions.Edit)]
internal sealed class ImportModel(BringDefinition bring) : LmsPageModel
{
    [BindProperty]
    public ImportInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await using var content = Input.File!.OpenReadStream();
        var id = await bring.Handle(content, Input.Key, cancel);
        return Done(L["The workflow is here as a draft. Look at it, then publish it."], "Index", new { id });
    }
}

internal sealed record ImportInput
{
    [Required, Display(Name = "File")]
    public IFormFile? File { get; init; }

    [StringLength(Definition.KeyLength), Display(Name = "Another short name")]
    public string? Key { get; init; }
}
