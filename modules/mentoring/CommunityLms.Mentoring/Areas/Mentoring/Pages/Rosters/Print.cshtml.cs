using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Pairings.Rosters;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Rosters;

/// <summary>The roster on paper, whole.</summary>
[RequiresPermission(MentoringPermissions.Contracts.View)]
internal sealed class PrintModel(RosterQueries rosters, ProgrammeQueries programmes, IOrganisation organisation, TimeProvider clock) : LmsPageModel
{
    public RosterFilter Filter { get; private set; } = null!;

    public string Programme { get; private set; } = "";

    public string? Unit { get; private set; }

    public DateOnly Today => clock.Today();

    public IReadOnlyList<RosterRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(Guid programme, Side? side, Guid? unit, CancellationToken cancel)
    {
        Filter = new(programme, side ?? Side.Trainee, unit);
        Programme = (await programmes.Find(programme, cancel)).Name;
        Unit = unit is { } id ? (await organisation.Tree(cancel)).Find(id)?.Name.ToString() : null;
        Rows = await rosters.Whole(Filter, cancel).ToListAsync(cancel);
    }
}
