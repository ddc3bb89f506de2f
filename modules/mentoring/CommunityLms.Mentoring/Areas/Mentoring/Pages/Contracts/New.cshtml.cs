using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Contracts;

[RequiresPermission(MentoringPermissions.Contracts.Manage)]
internal sealed class NewModel(DraftContract draft, ProgrammeQueries programmes, ITeaching teaching, IDirectory directory) : LmsPageModel
{
    [BindProperty]
    public PairInput Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Mentors { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Trainees { get; private set; } = [];

    public Task OnGetAsync(Guid programme, CancellationToken cancel)
    {
        Input.ProgrammeId = programme;
        return Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Done(L["They are paired. Now both agree on goal, time, theme and method."], "Details", new { Id = await draft.Handle(Input, cancel) });

    public override async Task Prepare(CancellationToken cancel)
    {
        Programme = await programmes.Find(Input.ProgrammeId, cancel);
        var names = await teaching.Subjects(cancel);
        Subjects = [.. Programme.Subjects.Select(s => new SelectListItem(names[s.SubjectId].Name.ToString(), s.SubjectId.ToString()))];
        (Mentors, Trainees) = (await People("Input.MentorId", Input.MentorId, cancel), await People("Input.TraineeId", Input.TraineeId, cancel));
    }

    private async Task<IReadOnlyList<SelectListItem>> People(string field, Guid? chosen, CancellationToken cancel)
    {
        var found = SearchedIn(field) is { } words ? await directory.Colleagues(words, cancel) : chosen is { } id ? [.. (await directory.Find([id], cancel)).Values] : [];
        return [.. found.Select(p => new SelectListItem(p.InFull, p.Id.ToString()))];
    }
}
