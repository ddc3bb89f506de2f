using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.People;

[RequiresPermission(InstitutesPermissions.People.Edit)]
internal sealed class AddModel(AddPerson add, WorkChoices choices, TimeProvider clock) : LmsPageModel, IAsksForPerson, IAsksForWork
{
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    [BindProperty]
    public WorkInput Work { get; set; } = new();

    public WorkChoices Choices => choices;

    public override Task Prepare(CancellationToken cancel) => choices.Load(Work.UnitId, SearchedIn("Work.UnitId"), cancel);

    public Task OnGetAsync(Guid? unit, CancellationToken cancel)
    {
        Work = new() { UnitId = unit, From = clock.Today() };
        return Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var id = await add.Handle(Input.Details(), Work.Terms(), cancel);
        return Done(L["{0} is added.", Input.Details().FamilyName + Input.Details().GivenName], "Details", new { id });
    }
}
