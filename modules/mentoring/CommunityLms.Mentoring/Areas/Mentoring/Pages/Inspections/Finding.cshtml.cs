using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Inspections;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Inspections;

/// <summary>What was found, and what has to follow.</summary>
[OpenToAccounts("Only who manages inspections of the school and whoever inspects find it.")]
internal sealed class FindingModel(Inspecting inspecting, TimeProvider clock) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public FindingInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var inspection = await inspecting.ToRecord(Id, cancel);
        Input = new() { DoneOn = inspection.DoneOn ?? clock.Today(), Finding = inspection.Finding ?? "", FollowUp = inspection.FollowUp, FollowUpBy = inspection.FollowUpBy };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await inspecting.Record(Id, Input, cancel);
        return Done(L["Recorded."], "Details", new { Id });
    }
}
