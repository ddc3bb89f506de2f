using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Workflows.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Programmes;

[RequiresPermission(MentoringPermissions.Programmes.View)]
internal sealed class DetailsModel(ProgrammeQueries programmes, SetUpProgramme setUp, ITeaching teaching, IWorkflowLibrary workflows, IAccess access, Dates dates, TimeProvider clock) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Programme Programme { get; private set; } = null!;

    public string Subjects { get; private set; } = "";

    public IReadOnlyDictionary<Guid, string> SubjectNames { get; private set; } = new Dictionary<Guid, string>();

    public string WorkflowName { get; private set; } = "";

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public bool MayPair { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel)
    {
        await setUp.Open(Id, cancel);
        return Done(L["It is open. Now people can be paired."], "Details", new { Id });
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        await setUp.Close(Id, cancel);
        return Done(L["It is closed."], "Details", new { Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        Programme = await programmes.Find(Id, cancel);
        SubjectNames = (await teaching.Subjects(cancel)).ToDictionary(s => s.Key, s => s.Value.Name.ToString());
        Subjects = string.Join(L[", "], Programme.Subjects.Select(s => SubjectNames[s.SubjectId]));
        WorkflowName = (await workflows.Published(cancel)).FirstOrDefault(w => w.Key == Programme.WorkflowKey)?.Name ?? Programme.WorkflowKey;
        var today = clock.Today();
        Steps = [.. Programme.Stages.OrderBy(s => s.Number).Select(s => new Step(s.Name, s.To < today ? StepState.Done : s.From <= today ? StepState.Now : StepState.Ahead, dates.Span(s.From, s.To)))];
        MayEdit = (await access.ScopeOf(MentoringPermissions.Programmes.Edit, cancel)).Everything;
        MayPair = await access.May(MentoringPermissions.Contracts.Manage, cancel);
    }
}
