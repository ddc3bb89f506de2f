using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Forms;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Forms;

[RequiresPermission(WorkflowsPermissions.Definitions.Edit)]
internal sealed class IndexModel(EditForms edit) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public NewFormInput Input { get; set; } = new();

    public Definition Definition { get; private set; } = null!;

    public IReadOnlyList<FormRow> Forms { get; private set; } = [];

    public override async Task Prepare(CancellationToken cancel) => (Definition, Forms) = await edit.Of(Id, cancel);

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var formId = await edit.Add(Id, Input.Key, Input.Name, cancel);
        return Done(L["The form is added. Build it now."], "Edit", new { Id, formId });
    }
}

internal sealed record NewFormInput
{
    [Required, StringLength(DefinitionForm.NameLength), Display(Name = "Name")]
    public string Name { get; init; } = "";

    [Required, StringLength(DefinitionForm.KeyLength), Display(Name = "Name in the drawing")]
    public string Key { get; init; } = "";
}
