using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.KeptPages;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Monitoring;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Monitoring;

/// <summary>Where every contract of a programme stands, and which of them need a look; without a programme that of the newest open one.</summary>
[RequiresPermission(MentoringPermissions.Contracts.View), KeptWhileNothingChanges]
internal sealed class IndexModel(MonitoringQueries monitoring, ProgrammeQueries programmes, IAccess access, Dates dates) : LmsPageModel
{
    /// <summary>From this share of a district's contracts on a cell says "raised", from twice as much on "high".</summary>
    private const double Raised = 0.1;

    public static readonly IReadOnlyList<ContractState> States = Enum.GetValues<ContractState>();

    public static readonly IReadOnlyList<Concern> Concerns = Enum.GetValues<Concern>();

    public TableView View { get; private set; } = new();

    public Programme? Programme { get; private set; }

    public IReadOnlyList<ProgrammeRow> Programmes { get; private set; } = [];

    public Overview Overview { get; private set; } = null!;

    public Limits Limits { get; private set; } = null!;

    public StandingFilter Filter { get; private set; } = new();

    public Page<StandingRow> Contracts { get; private set; } = new([], Next: null);

    /// <summary>Whether the reader may plan an inspection somewhere.</summary>
    public bool MayInspect { get; private set; }

    public IEnumerable<SelectListItem> StateOptions => States.Select(s => new SelectListItem(Words(s), s.ToString(), s == Filter.State));

    public IEnumerable<SelectListItem> ConcernOptions => Concerns.Select(c => new SelectListItem(Words(c), c.ToString(), c == Filter.Concern));

    public IEnumerable<SelectListItem> Districts => Overview.Districts.Where(d => d.DistrictId is not null).Select(d => new SelectListItem(d.Name, d.DistrictId.ToString(), d.DistrictId == Filter.DistrictId));

    public async Task<IActionResult> OnGetAsync(Guid? id, ContractState? state, Concern? concern, Guid? district, CancellationToken cancel)
    {
        View = TableView.From(Request.Query);
        Programmes = await programmes.All(cancel);
        if ((id ?? (Programmes.FirstOrDefault(p => p.State == ProgrammeState.Open) ?? (Programmes.Count > 0 ? Programmes[0] : null))?.Id) is not { } chosen)
            return Page();
        Programme = await programmes.Find(chosen, cancel);
        (Filter, Limits) = (new(state, concern, district), await monitoring.Limits(cancel));
        Overview = await monitoring.Overview(chosen, cancel);
        Contracts = await monitoring.List(chosen, Filter, new(View.After), cancel);
        View = View with { Next = Contracts.Next };
        MayInspect = await access.May(MentoringPermissions.Inspections.Manage, cancel);
        return Page();
    }

    public string Words(ContractState state) => ContractWords.Of(L, state, TrainingStatus.Active).Words;

    public string Words(Concern concern) => MonitoringWords.Of(L, concern);

    /// <summary>How heavy a concern weighs on a district: none, raised or high.</summary>
    public static int Level(Counts counts, Concern concern) => counts.All == 0 ? 0 : ((double)counts.Of(concern) / counts.All) switch { >= 2 * Raised => 2, >= Raised => 1, _ => 0 };

    /// <summary>Why the contract is in the list, in a line.</summary>
    public IEnumerable<string> Reasons(StandingRow row)
    {
        if (row.State == ContractState.Active && row.StageDueOn < Limits.Today)
            yield return L["stage due on {0}", dates.Say(row.StageDueOn!.Value)];
        if (row.AwaitedSince is { } since && row.Concerns.Contains(Concern.Overdue) && since < Limits.AwaitedBefore)
            yield return L["waiting for {0} days", Limits.Today.DayNumber - DateOnly.FromDateTime(since).DayNumber];
        if (row.Concerns.Contains(Concern.Silent))
            yield return L["no contact for {0} days", Limits.Today.DayNumber - row.QuietSince!.Value.DayNumber];
        if (row.Concerns.Contains(Concern.AtRisk))
            yield return L["{0} of {1} done", row.Reached, row.Asked];
    }
}
