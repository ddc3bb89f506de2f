using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Inbox;
using CommunityLms.Workflows.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Requests;

/// <summary>Asks for something.</summary>
[OpenToAccounts("The drawing says who may ask for it; for everybody else there is nothing here.")]
internal sealed class NewModel(Requesting requests, Graphs graphs, IOrganisation organisation) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public Guid UnitId { get; set; }

    [BindProperty(Name = "answers")]
    public Dictionary<string, string?> Entered { get; set; } = [];

    public Requestable Asked { get; private set; } = null!;

    public IReadOnlyList<AskedField> Fields { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public override async Task Prepare(CancellationToken cancel)
    {
        Asked = (await requests.Offered(cancel)).FirstOrDefault(o => o.Key == Key) ?? throw new RecordMissing("workflow");
        Fields = (await graphs.Of(Asked.VersionId, cancel)).Root.Entries is [var start, ..] ? AskedFields.Of(start) : [];
        var tree = await organisation.Tree(cancel);
        Units = [.. Asked.UnitIds.Select(id => new SelectListItem(tree.Find(id)?.Name.ToString(), id.ToString(), id == UnitId))];
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        UnitId = Asked.UnitIds[0];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        await requests.Ask(Key, UnitId, AskedFields.Read(Fields, Entered), cancel);
        return Done(L["It is under way. You see here where it stands."], "Index");
    }
}
