using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;
using CommunityLms.Institutes.Picking;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Grants;

internal sealed class GiveInput
{
    [Required, Display(Name = "Person")]
    public Guid? PersonId { get; set; }

    [Required, Display(Name = "Role")]
    public Guid? RoleId { get; set; }

    [Required, Display(Name = "Unit")]
    public Guid? UnitId { get; set; }

    [Required, Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [Display(Name = "Last day")]
    public DateOnly? To { get; set; }
}

[RequiresPermission(InstitutesPermissions.Grants.Edit)]
internal sealed class GiveModel(GiveGrant give, RoleQueries roles, PickOptions options, PickQueries pick, TimeProvider clock) : LmsPageModel
{
    [BindProperty]
    public GiveInput Input { get; set; } = new();

    internal IReadOnlyList<SelectListItem> People { get; private set; } = [];

    internal IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    internal IReadOnlyList<SelectListItem> Roles { get; private set; } = [];

    public Task OnGetAsync(Guid? person, Guid? unit, CancellationToken cancel)
    {
        Input = new() { PersonId = person, UnitId = unit, From = clock.Today() };
        return Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await give.Handle(new(Input.PersonId!.Value, Input.RoleId!.Value, Input.UnitId!.Value, Input.From!.Value, Input.To), cancel);
        var person = await pick.Person(Input.PersonId, cancel);
        return Done(person is null ? L["The role is given."] : L["{0} has the role now.", person.Name], "Person", new { id = Input.PersonId });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        People = await options.People(Input.PersonId, SearchedIn("Input.PersonId"), cancel);
        Units = await options.Units(Input.UnitId, SearchedIn("Input.UnitId"), cancel);
        Roles = [.. (await roles.All(cancel)).Select(r => new SelectListItem(r.Name.ToString(), r.Id.ToString()))];
    }
}
