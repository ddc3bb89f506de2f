using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Pairings;

/// <summary>First in which programme, then who helps whom; the cadence begins as that of a twinning (P3).</summary>
[RequiresPermission(MentoringPermissions.Pairings.Edit)]
internal sealed class NewModel(DrawUpPairing drawUp, ProgrammeQueries programmes, ITeaching teaching, IDirectory directory) : PairingFormModel(programmes, teaching, directory)
{
    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    public async Task OnGetAsync(Guid? programme, CancellationToken cancel)
    {
        if (programme is not { } id)
        {
            Programmes = [.. (await AllProgrammes.All(cancel)).Where(p => p.State != ProgrammeState.Closed).Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
            return;
        }
        Input.ProgrammeId = id;
        Input.Cadence = [.. CadencePlan.Twinning.Select(c => new CadenceInput { Activity = c.Activity, Times = c.Times, Per = c.Per })];
        await Prepare(cancel);
        (Input.From, Input.To) = (Programme!.From, Programme.To);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Done(L["It is drawn up. Print the agreement, have it stamped, then note that both agreed."], "Details", new { Id = await drawUp.Handle(Input, cancel) });
}
