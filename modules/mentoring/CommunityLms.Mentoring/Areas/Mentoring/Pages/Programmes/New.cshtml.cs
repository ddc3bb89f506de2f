using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Workflows.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Programmes;

[RequiresPermission(MentoringPermissions.Programmes.Edit)]
internal sealed class NewModel(SetUpProgramme setUp, ITeaching teaching, IWorkflowLibrary workflows, TimeProvider clock) : LmsPageModel
{
    [BindProperty]
    public ProgrammeInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Templates => [.. ProgrammeTemplate.All.Select(t => new SelectListItem(L[t.Name], t.Key))];

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Workflows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        Input = Input with { From = today, To = today.AddYears(1).AddDays(-1) };
        await Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Done(L["{0} is set up. Look it through, then open it.", Input.Name], "Details", new { Id = await setUp.Handle(Input, cancel) });

    public override async Task Prepare(CancellationToken cancel)
    {
        Subjects = [.. (await teaching.Subjects(cancel)).Values.Where(s => s.IsOffered).OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => new SelectListItem(s.Name.ToString(), s.Id.ToString()))];
        Workflows = [.. (await workflows.Published(cancel)).Select(w => new SelectListItem(w.Name, w.Key))];
    }
}
