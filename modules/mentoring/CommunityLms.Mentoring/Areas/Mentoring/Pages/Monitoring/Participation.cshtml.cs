using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Monitoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Monitoring;

/// <summary>The trainee's school says how the trainee takes part.</summary>
[RequiresPermission(MentoringPermissions.Contracts.Participation)]
internal sealed class ParticipationModel(Participating participating) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ParticipationInput Input { get; set; } = new();

    public Contract Contract { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Statuses => [.. Enum.GetValues<ParticipationStatus>().Select(s => new SelectListItem(MonitoringWords.Of(L, s), s.ToString()))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Input = new() { Status = Contract.Participation };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await participating.Handle(Id, Input.Status, Input.Reason, cancel);
        return Done(L["Saved. The institute sees it."], "/Contracts/Details", new { Id });
    }

    public override async Task Prepare(CancellationToken cancel) => Contract = await participating.Load(Id, cancel);
}

/// <summary>What the form asks for.</summary>
internal sealed record ParticipationInput
{
    [Display(Name = "How the trainee takes part")]
    public ParticipationStatus Status { get; set; }

    [Required, StringLength(ContractRules.ReasonLength), Display(Name = "Reason")]
    public string Reason { get; set; } = "";
}
