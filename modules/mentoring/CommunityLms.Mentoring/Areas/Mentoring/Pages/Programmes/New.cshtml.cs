using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Workflows.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Programmes;

[RequiresPermission(MentoringPermissions.Programmes.Edit)]
internal sealed class NewModel(SetUpProgramme setUp, ITeaching teaching, IWorkflowLibrary workflows, TimeProvider clock) : ProgrammeFormModel(teaching, workflows)
{
    [BindProperty]
    public NewProgrammeInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Templates => [.. ProgrammeTemplate.All.Select(t => new SelectListItem(L[t.Name], t.Key))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        Input = Input with { From = today, To = today.AddYears(1).AddDays(-1), Forms = [.. ProgrammeWords.Forms.Where(f => PairingForms.Usual.HasFlag(f))] };
        await Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Done(L["{0} is set up. Look it through, then open it.", Input.Name], "Details", new { Id = await setUp.Handle(Input, cancel) });
}
