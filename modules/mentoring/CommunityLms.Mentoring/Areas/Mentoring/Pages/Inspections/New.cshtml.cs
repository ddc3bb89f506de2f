using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Inspections;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Inspections;

/// <summary>Plans an inspection: first the school, unless a contract says which, then the rest.</summary>
[RequiresPermission(MentoringPermissions.Inspections.Manage)]
internal sealed class NewModel(Inspecting inspecting, InspectionPlaces places, ProgrammeQueries programmes, IDirectory directory, TimeProvider clock) : LmsPageModel
{
    private const int DaysAhead = 7;

    [BindProperty]
    public InspectionInput Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Schools { get; private set; } = [];

    public string School { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Pairs { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Inspectors { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<InspectionKind>().Select(k => new SelectListItem(InspectionWords.Of(L, k), k.ToString()))];

    public async Task OnGetAsync(Guid? programme, Guid? school, Guid? contract, CancellationToken cancel)
    {
        Input = new() { ProgrammeId = programme ?? Guid.Empty, SchoolId = school, PlannedOn = clock.Today().AddDays(DaysAhead) };
        if (contract is { } about)
        {
            var place = await places.OfContract(about, cancel);
            (Input.ProgrammeId, Input.SchoolId, Input.ContractIds, Input.Kind) = (place.ProgrammeId, place.SchoolId, [about], InspectionKind.Interview);
        }
        await Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => Done(L["Planned. Whoever inspects is told."], "Details", new { Id = await inspecting.Plan(Input, cancel) });

    public override async Task Prepare(CancellationToken cancel)
    {
        Programme = await programmes.Find(Input.ProgrammeId, cancel);
        if (Input.SchoolId is not { } school)
        {
            Schools = [.. (await places.Schools(Input.ProgrammeId, cancel)).Select(s => new SelectListItem(s.Name.ToString(), s.Id.ToString()))];
            return;
        }
        (School, var pairs) = await places.Pairs(Input.ProgrammeId, school, cancel);
        Pairs = [.. pairs.Select(p => new SelectListItem(L["{0} with {1}", p.Trainee, p.Mentor], p.ContractId.ToString()))];
        var found = SearchedIn("Input.InspectorId") is { } words ? await directory.Colleagues(words, cancel) : Input.InspectorId is { } id ? [.. (await directory.Find([id], cancel)).Values] : [];
        Inspectors = [.. found.Select(p => new SelectListItem(p.InFull, p.Id.ToString()))];
    }
}
