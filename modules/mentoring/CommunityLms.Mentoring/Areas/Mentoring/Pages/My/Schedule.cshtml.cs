using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Scheduling;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.My;

[OpenToAccounts("Only mentor and trainee of the contract see when they meet.")]
internal sealed class ScheduleModel(ContractAccess access, MeetingQueries meetings, PlanMeetings plan, TimeProvider clock) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    public DateOnly Today => clock.Today();

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostCallOffAsync(Guid meeting, CancellationToken cancel)
    {
        await plan.CallOff(Id, meeting, cancel);
        return Done(L["Called off."], "Schedule", new { Id });
    }

    public async Task<IActionResult> OnPostHoldAsync(Guid meeting, CancellationToken cancel)
    {
        await plan.Hold(Id, meeting, cancel);
        return Done(L["Logged."], "Schedule", new { Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        await access.AsSide(Id, cancel);
        Meetings = await meetings.Of(Id, Today, cancel);
    }
}
