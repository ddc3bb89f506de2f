using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.MatchingRounds;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Matching;

/// <summary>Who takes part in a round, who can't and why.</summary>
[RequiresPermission(MentoringPermissions.Programmes.Edit)]
internal sealed class PoolModel(RoundQueries rounds, PreparingRound preparing, IDirectory directory) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public PoolPart Part { get; set; }

    public MatchingRound Round { get; private set; } = null!;

    public TableView View { get; private set; } = new();

    public Page<PoolRow> People { get; private set; } = new([], Next: null);

    public IReadOnlyList<(PoolPart Part, string Words)> Parts => [(PoolPart.Mentors, L["Mentors"]), (PoolPart.Trainees, L["Trainees"]), (PoolPart.Hindered, L["Can’t take part"]), (PoolPart.LeftOut, L["Left out"])];

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    /// <summary>Answers a picker of people who take part on one side.</summary>
    public async Task<IActionResult> OnGetPeopleAsync(Side side, string? q, CancellationToken cancel)
    {
        await rounds.Find(Id, cancel);
        var found = await directory.Colleagues(q, cancel);
        var taking = await rounds.TakingPart(Id, side, [.. found.Select(p => p.Id)], cancel);
        return new JsonResult(found.Where(p => taking.Contains(p.Id)));
    }

    public Task<IActionResult> OnPostPlacesAsync(List<Guid> members, int places, CancellationToken cancel) => Do(preparing.ChangeMembers(Id, members, (_, m) => m.Take(places), cancel));

    public Task<IActionResult> OnPostSideAsync(List<Guid> members, Side side, CancellationToken cancel) => Do(preparing.ChangeMembers(Id, members, (round, m) => m.Become(side, round.Places), cancel));

    public Task<IActionResult> OnPostLeaveOutAsync(List<Guid> members, CancellationToken cancel) => Do(preparing.ChangeMembers(Id, members, (_, m) => m.LeaveOut(true), cancel));

    public Task<IActionResult> OnPostTakeInAsync(List<Guid> members, CancellationToken cancel) => Do(preparing.TakeIn(Id, members, cancel));

    public override async Task Prepare(CancellationToken cancel)
    {
        Round = await rounds.Find(Id, cancel);
        View = TableView.From(Request.Query);
        People = await rounds.Pool(Id, Part, new(View.After), cancel);
        View = View with { Next = People.Next };
    }

    private async Task<IActionResult> Do(Task act)
    {
        await act;
        return Done(L["Changed. It counts when you compute next."], "Pool", new { Id, Part });
    }
}
