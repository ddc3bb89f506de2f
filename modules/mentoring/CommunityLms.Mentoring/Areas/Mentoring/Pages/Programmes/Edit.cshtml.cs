using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Workflows.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Programmes;

[RequiresPermission(MentoringPermissions.Programmes.Edit)]
internal sealed class EditModel(ChangeProgramme change, ProgrammeQueries programmes, ITeaching teaching, IWorkflowLibrary workflows) : ProgrammeFormModel(teaching, workflows), IEditsRecord<ProgrammeInput>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ProgrammeInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Levels => [.. Enum.GetValues<BackboneLevel>().Select(v => new SelectListItem(ProgrammeWords.Of(L, v), v.ToString()))];

    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<ActivityKind>().Select(v => new SelectListItem(ProgrammeWords.Of(L, v), v.ToString()))];

    public IReadOnlyList<SelectListItem> Sides => [new(L["Mentor"], nameof(Side.Mentor)), new(L["Trainee"], nameof(Side.Trainee))];

    public async Task<ProgrammeInput> Stored(CancellationToken cancel) => ProgrammeInput.Of(await programmes.Find(Id, cancel));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input = await Stored(cancel);
        await Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await change.Handle(Id, Input, cancel);
        return Done(L["The changes are saved."], "Details", new { Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        // A programme of another institute isn't there, whatever is sent.
        await programmes.Find(Id, cancel);
        await base.Prepare(cancel);
        KeepALineFree("Input.Stages", Input.Stages, Programme.MostStages, line => line.IsEmpty);
        KeepALineFree("Input.Activities", Input.Activities, Programme.MostActivities, line => line.IsEmpty);
    }
}
