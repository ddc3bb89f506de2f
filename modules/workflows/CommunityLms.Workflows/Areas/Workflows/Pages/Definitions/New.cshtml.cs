using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Definitions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Definitions;

/// <summary>A new workflow, from a template or a file.</summary>
[RequiresPermission(WorkflowsPermissions.Definitions.Edit)]
internal sealed class NewModel(EditDefinition edit, Templates templates) : LmsPageModel
{
    [BindProperty]
    public NewWorkflowInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Offered { get; private set; } = [];

    public override Task Prepare(CancellationToken cancel)
    {
        Offered = [.. templates.All.Select(t => new SelectListItem(L[t.Title], t.Name, t.Name == Input.Template))];
        return Task.CompletedTask;
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        string xml;
        if (Input.File is { } file)
        {
            await using var content = file.OpenReadStream();
            xml = await edit.Read(content, cancel);
        }
        else
            xml = templates.Xml(Input.Template, Input.Key, Input.Name);
        var id = await edit.Create(Input.Key, Input.Name, xml, cancel);
        return RedirectToPage("Draw", new { id });
    }
}

internal sealed record NewWorkflowInput
{
    [Required, StringLength(Definition.NameLength)]
    public string Name { get; init; } = "";

    [Required, StringLength(Definition.KeyLength)]
    public string Key { get; init; } = "";

    [Required]
    public string Template { get; init; } = Templates.Blank;

    public IFormFile? File { get; init; }
}
