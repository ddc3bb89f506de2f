using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Definitions;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Cases;

/// <summary>Cases by workflow, state, unit and age.</summary>
[RequiresPermission(WorkflowsPermissions.Cases.View)]
internal sealed class IndexModel(CaseQueries cases, DefinitionQueries definitions, IOrganisation organisation, TimeProvider clock) : LmsPageModel
{
    /// <summary>Days.</summary>
    public static readonly int[] Ages = [7, 30, 90];

    private OrganisationTree _tree = new([]);

    public TableView View { get; private set; } = new();

    public CaseFilter Filter { get; private set; } = new();

    public int? Age { get; private set; }

    public Page<CaseRow> Cases { get; private set; } = new([], Next: null);

    public IReadOnlyList<SelectListItem> Definitions { get; private set; } = [];

    public async Task OnGetAsync(Guid? definition, CaseOutcome? outcome, Guid? unit, int? age, bool stuck, CancellationToken cancel)
    {
        (View, Age) = (TableView.From(Request.Query), age);
        Filter = new(definition, outcome, unit, age is { } days ? clock.GetUtcNow().UtcDateTime.AddDays(-days) : null, stuck);
        _tree = await organisation.Tree(cancel);
        Cases = await cases.List(Filter, new(View.After), cancel);
        View = View with { Next = Cases.Next };
        Definitions = [.. (await definitions.Names(cancel)).Select(d => new SelectListItem(d.Name, d.Id.ToString(), d.Id == definition))];
    }

    public string? UnitName(Guid id) => _tree.Find(id)?.Name.ToString();
}
