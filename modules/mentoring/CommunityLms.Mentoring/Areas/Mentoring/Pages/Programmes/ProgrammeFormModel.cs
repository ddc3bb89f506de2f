using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Workflows.Contracts;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Programmes;

/// <summary>What can be chosen for a programme, new or stored.</summary>
internal abstract class ProgrammeFormModel(ITeaching teaching, IWorkflowLibrary workflows) : LmsPageModel
{
    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Workflows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Forms => [.. ProgrammeWords.Forms.Select(f => new SelectListItem(ProgrammeWords.Of(L, f), f.ToString()))];

    public override async Task Prepare(CancellationToken cancel)
    {
        Subjects = [.. (await teaching.Subjects(cancel)).Values.Where(s => s.IsOffered).OrderBy(s => s.Code, StringComparer.Ordinal).Select(s => new SelectListItem(s.Name.ToString(), s.Id.ToString()))];
        Workflows = [.. (await workflows.Published(cancel)).Select(w => new SelectListItem(w.Name, w.Key))];
    }
}
