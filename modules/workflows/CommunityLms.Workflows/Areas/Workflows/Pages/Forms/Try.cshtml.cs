using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Forms.Filling;
using CommunityLms.Workflows.Forms.Schema;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Forms;

/// <summary>A form that is being built, as people will fill it in.</summary>
[RequiresPermission(WorkflowsPermissions.Definitions.Edit)]
internal sealed class TryModel(EditForms edit, FormFilling filling, ICurrentUser user) : LmsPageModel
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid FormId { get; set; }

    public string Title { get; private set; } = "";

    public FormView? View { get; private set; }

    /// <summary>The answers as a case would get them; null while something is missing.</summary>
    public string? Result { get; private set; }

    public override async Task Prepare(CancellationToken cancel) => View = await filling.View(await Form(cancel), Variables(), Request, draft: null, cancel);

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var answers = await filling.Read(await Form(cancel), Variables(), Request, cancel);
        answers.Tell(ModelState, L);
        Result = answers.IsComplete ? answers.Answers.ToJsonString(s_readable) : null;
        await Prepare(cancel);
        return Page();
    }

    private Form? _form;

    private async Task<Form> Form(CancellationToken cancel)
    {
        if (_form is not null)
            return _form;
        var (stored, read) = await edit.Find(Id, FormId, cancel);
        Title = stored.Name;
        return _form = read.Form ?? throw new RecordMissing("form");
    }

    private JsonObject Variables() => new() { ["starter"] = user.Actor?.PersonId?.ToString(), ["starterName"] = user.Actor?.Name };
}
