using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Inspections;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Inspections;

/// <summary>One inspection: what was planned, found and followed up, and what of it is made known.</summary>
[OpenToAccounts("Only who may see the school's contracts and whoever inspects find it.")]
internal sealed class DetailsModel(InspectionQueries inspections, Inspecting inspecting) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public InspectionView View { get; private set; } = null!;

    /// <summary>Whether the reader records it.</summary>
    public bool MayRecord { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostFollowedUpAsync([StringLength(Inspection.TextLength)] string? outcome, CancellationToken cancel)
    {
        await inspecting.CloseFollowUp(Id, outcome ?? "", cancel);
        return Done(L["Followed up."], "Details", new { Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        View = await inspections.Find(Id, cancel);
        MayRecord = await inspecting.May(View.Inspection, cancel);
    }
}
