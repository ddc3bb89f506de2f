using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Forms.Schema;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Forms;

/// <summary>Builds a form, in the editor of form-js; without a script as the text it writes.</summary>
[RequiresPermission(WorkflowsPermissions.Definitions.Edit)]
internal sealed class EditModel(EditForms edit, DefinitionChecks checks) : LmsPageModel, IEditsRecord<FormInput>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid FormId { get; set; }

    [BindProperty]
    public FormInput Input { get; set; } = new();

    public DefinitionForm Form { get; private set; } = null!;

    /// <summary>What of the stored form can't be carried out, in words.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    public override async Task Prepare(CancellationToken cancel)
    {
        (Form, var read) = await edit.Find(Id, FormId, cancel);
        Problems = [.. read.Problems.Select(checks.Words)];
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Input = FormInput.Of(Form);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var problems = await edit.Save(Id, FormId, Input.Name, Input.Schema, Input.Stamp, cancel);
        return Done(problems.Count == 0 ? L["The form is saved."] : L["The form is saved, and {0} of its parts need a change.", problems.Count], "Edit", new { Id, FormId });
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancel)
    {
        await edit.Delete(Id, FormId, cancel);
        return Done(L["The form is deleted."], "Index", new { Id });
    }

    public async Task<FormInput> Stored(CancellationToken cancel) => FormInput.Of((await edit.Find(Id, FormId, cancel)).Form);
}

internal sealed record FormInput : IVersionedInput
{
    [Required, StringLength(DefinitionForm.NameLength), Display(Name = "Name")]
    public string Name { get; init; } = "";

    [Required, StringLength(FormReader.MostLetters), Display(Name = "Form"), DataType(DataType.MultilineText)]
    public string Schema { get; init; } = "";

    public Guid Stamp { get; set; }

    public static FormInput Of(DefinitionForm form) => new() { Name = form.Name, Schema = form.Schema, Stamp = form.ConcurrencyStamp };
}
