using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Scheduling;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.My;

[OpenToAccounts("Only mentor and trainee of the contract may plan.")]
internal sealed class PlanModel(ContractAccess access, MeetingQueries meetings, PlanMeetings plan, TimeProvider clock) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Cadence Input { get; set; } = new();

    /// <summary>What stands against the times just entered.</summary>
    public IReadOnlyList<Clash> Clashes { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<ContactKind>().Select(k => new SelectListItem(L[k.ToString()], k.ToString()))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await access.AsSide(Id, cancel);
        Input = new() { First = clock.Today().AddDays(7), From = new(9, 0), Until = new(10, 30) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => Done(L["Planned: {0}.", await plan.Handle(Id, Input, cancel)], "Schedule", new { Id });

    public override async Task Prepare(CancellationToken cancel)
    {
        var (contract, _) = await access.AsSide(Id, cancel);
        Clashes = await meetings.Clashes(contract, Input.Within(contract), cancel);
    }
}
