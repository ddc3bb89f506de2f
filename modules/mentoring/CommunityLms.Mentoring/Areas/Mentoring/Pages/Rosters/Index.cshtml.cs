using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Pairings.Rosters;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Rosters;

/// <summary>Who takes part in a programme, tutors or trainees; of the newest programme where none is asked for.</summary>
[RequiresPermission(MentoringPermissions.Contracts.View)]
internal sealed class IndexModel(RosterQueries rosters, ProgrammeQueries programmes, IOrganisation organisation, IAccess access) : LmsPageModel
{
    public TableView View { get; private set; } = new();

    /// <summary>Null where there is no programme yet.</summary>
    public RosterFilter? Filter { get; private set; }

    public Side Side { get; private set; }

    public Page<RosterRow> Rows { get; private set; } = new([], Next: null);

    public IReadOnlyList<RosterColumn> Columns => RosterList.Rest(Side);

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sides => [.. new[] { Side.Trainee, Side.Mentor }.Select(s => new SelectListItem(L[s == Side.Mentor ? "Tutors" : "Trainees"], s.ToString(), s == Side))];

    public IReadOnlyList<SelectListItem> Districts { get; private set; } = [];

    public bool MayImport { get; private set; }

    public async Task OnGetAsync(Guid? programme, Side? side, Guid? unit, CancellationToken cancel)
    {
        (View, Side) = (TableView.From(Request.Query), side ?? Side.Trainee);
        var all = await programmes.All(cancel);
        var chosen = all.FirstOrDefault(p => p.Id == programme) ?? (all is [var newest, ..] ? newest : null);
        Programmes = [.. all.Select(p => new SelectListItem(p.Name, p.Id.ToString(), p == chosen))];
        var tree = await organisation.Tree(cancel);
        Districts = [.. tree.Root is { } root ? tree.ChildrenOf(root.Id).Where(u => u.Kind is UnitKind.District or UnitKind.County).Select(u => new SelectListItem(u.Name.ToString(), u.Id.ToString(), u.Id == unit)) : []];
        MayImport = await access.May(MentoringPermissions.Contracts.Manage, cancel);
        if (chosen is null)
            return;
        Filter = new(chosen.Id, Side, unit);
        Rows = await rosters.All(Filter, new(View.After), cancel);
        View = View with { Next = Rows.Next };
    }

    public Task<IActionResult> OnGetCsvAsync(Guid programme, Side? side, Guid? unit, CancellationToken cancel) => Write(TableFormat.Csv, new(programme, side ?? Side.Trainee, unit), cancel);

    public Task<IActionResult> OnGetXlsxAsync(Guid programme, Side? side, Guid? unit, CancellationToken cancel) => Write(TableFormat.Xlsx, new(programme, side ?? Side.Trainee, unit), cancel);

    /// <summary>All it finds, in the columns that are shown.</summary>
    private async Task<IActionResult> Write(TableFormat format, RosterFilter filter, CancellationToken cancel)
    {
        var shown = TableView.From(Request.Query).Columns;
        List<RosterColumn> columns = [RosterList.Name, .. RosterList.Rest(filter.Side).Where(c => shown.Count == 0 || shown.Contains(c.Name))];
        Response.ContentType = format.MediaType();
        Response.Headers.ContentDisposition = $"attachment; filename=roster{format.Extension()}";
        await using var table = await TableWriter.Create(Response.Body, format, RosterList.Title(L, filter.Side), [.. columns.Select(c => L[c.Title].Value)], cancel);
        await foreach (var row in rosters.Whole(filter, cancel))
            await table.Write([.. columns.Select(c => c.Text(L, row))], cancel);
        return new EmptyResult();
    }
}
