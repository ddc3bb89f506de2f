using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Forms.Filling;
using CommunityLms.Workflows.Forms.Schema;
using CommunityLms.Workflows.Inbox;
using CommunityLms.Workflows.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Requests;

/// <summary>Asks for something.</summary>
[OpenToAccounts("The drawing says who may ask for it; for everybody else there is nothing here.")]
internal sealed class NewModel(Requesting requests, Graphs graphs, FormStore forms, FormFilling filling, IOrganisation organisation) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public Guid UnitId { get; set; }

    [BindProperty(Name = "asked")]
    public Dictionary<string, string?> Entered { get; set; } = [];

    public Requestable Asked { get; private set; } = null!;

    public IReadOnlyList<AskedField> Fields { get; private set; } = [];

    /// <summary>The start form; null where the drawing names none.</summary>
    public FormView? View { get; private set; }

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    private Form? _form;

    public override async Task Prepare(CancellationToken cancel)
    {
        Asked = (await requests.Offered(cancel)).FirstOrDefault(o => o.Key == Key) ?? throw new RecordMissing("workflow");
        if (UnitId == default)
            UnitId = Asked.UnitIds[0];
        var graph = await graphs.Of(Asked.VersionId, cancel);
        _form = await forms.Of(Asked.VersionId, graph.Properties.GetValueOrDefault(ProcessProperties.Form), cancel);
        Fields = _form is null && graph.Root.Entries is [var start, ..] ? AskedFields.Of(start) : [];
        if (_form is not null)
            View = await filling.View(_form, requests.Known(UnitId), Request, draft: null, cancel);
        var tree = await organisation.Tree(cancel);
        Units = [.. Asked.UnitIds.Select(id => new SelectListItem(tree.Find(id)?.Name.ToString(), id.ToString(), id == UnitId))];
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        var filled = _form is null ? null : await filling.Read(_form, requests.Known(UnitId), Request, cancel);
        if (filled is { IsComplete: false })
        {
            filled.Tell(ModelState, L);
            return Page();
        }
        await requests.Ask(Key, UnitId, filled?.Answers ?? AskedFields.Read(Fields, Entered), cancel);
        return Done(L["It is under way. You see here where it stands."], "Index");
    }
}
