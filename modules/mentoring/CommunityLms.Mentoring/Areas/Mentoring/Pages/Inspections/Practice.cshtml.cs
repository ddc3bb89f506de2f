using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Inspections;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Inspections;

/// <summary>What others can learn from an inspection, before it is made known.</summary>
[OpenToAccounts("Only who manages inspections of the school and whoever inspects find it.")]
internal sealed class PracticeModel(Inspecting inspecting) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PracticeInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var inspection = await inspecting.ToRecord(Id, cancel);
        Input = new() { Title = inspection.PracticeTitle ?? "", Practice = inspection.Practice ?? "" };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await inspecting.MakeKnown(Id, Input, cancel);
        return Done(L["Made known. Mentors and trainees of the programme can read it."], "Details", new { Id });
    }
}
