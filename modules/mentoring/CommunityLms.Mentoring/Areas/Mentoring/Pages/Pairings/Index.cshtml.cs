using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Pairings;

/// <summary>The pairings of the reader's units, of every level.</summary>
[RequiresPermission(MentoringPermissions.Pairings.View)]
internal sealed class IndexModel(PairingQueries pairings, ProgrammeQueries programmes, Dates dates, IAccess access) : LmsPageModel
{
    /// <summary>Rows read at a time for a file.</summary>
    private const int Batch = 200;

    public TableView View { get; private set; } = new();

    public PairingFilter Filter { get; private set; } = new();

    public Page<PairingRow> Pairings { get; private set; } = new([], Next: null);

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Levels { get; private set; } = [];

    public IReadOnlyList<SelectListItem> States { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public async Task OnGetAsync(Guid? programme, PairingLevel? level, PairingState? state, CancellationToken cancel)
    {
        (View, Filter) = (TableView.From(Request.Query), new(programme, level, state));
        Pairings = await pairings.All(Filter, new(View.After), cancel);
        View = View with { Next = Pairings.Next };
        Programmes = [.. (await programmes.All(cancel)).Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == programme))];
        Levels = [.. Enum.GetValues<PairingLevel>().Select(l => new SelectListItem(PairingWords.Of(L, l), l.ToString(), l == level))];
        States = [.. Enum.GetValues<PairingState>().Select(s => new SelectListItem(PairingWords.Of(L, s).Words, s.ToString(), s == state))];
        MayEdit = await access.May(MentoringPermissions.Pairings.Edit, cancel);
    }

    /// <summary>The same list with the same columns as a file: all it finds, not only one page.</summary>
    public async Task<IActionResult> OnGetCsvAsync(Guid? programme, PairingLevel? level, PairingState? state, CancellationToken cancel)
    {
        var columns = PairingList.Chosen(TableView.From(Request.Query).Columns);
        Response.ContentType = TableFormat.Csv.MediaType();
        Response.Headers.ContentDisposition = $"attachment; filename=pairings{TableFormat.Csv.Extension()}";
        await using var table = await TableWriter.Create(Response.Body, TableFormat.Csv, "pairings", [.. columns.Select(c => L[c.Title].Value)], cancel);
        for (var after = new PageRequest(null, Batch); ;)
        {
            var page = await pairings.All(new(programme, level, state), after, cancel);
            foreach (var pairing in page.Items)
                await table.Write([.. columns.Select(c => c.Text(L, dates, pairing))], cancel);
            if (page.Next is null)
                return new EmptyResult();
            after = new(page.Next, Batch);
        }
    }
}
