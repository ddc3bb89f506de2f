using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.People;

[RequiresPermission(InstitutesPermissions.People.Edit)]
internal sealed class EmployModel(PersonDetailsQuery people, Employing employing, WorkChoices choices, TimeProvider clock) : LmsPageModel, IAsksForWork
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public WorkInput Work { get; set; } = new();

    public WorkChoices Choices => choices;

    public string Called { get; private set; } = "";

    public override async Task Prepare(CancellationToken cancel)
    {
        Called = (await people.Find(Id, cancel)).Name.ToString();
        await choices.Load(Work.UnitId, SearchedIn("Work.UnitId"), cancel);
    }

    public Task OnGetAsync(CancellationToken cancel)
    {
        Work = new() { From = clock.Today() };
        return Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await employing.Begin(Id, Work.Terms(), cancel);
        return Done(L["The employment is added."], "Details", new { Id });
    }
}
