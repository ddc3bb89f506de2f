using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Picking;
using CommunityLms.Institutes.Seals;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Seals;

[RequiresPermission(InstitutesPermissions.Seals.Edit)]
internal sealed class EntrustModel(EntrustSeal entrust, SealQueries seals, PickOptions options, PickQueries pick, TimeProvider clock) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public KeeperInput Input { get; set; } = new();

    internal SealView Seal { get; private set; } = null!;

    internal IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel)
    {
        Input = new() { From = clock.Today() };
        return Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await entrust.Handle(new(Id, Input.PersonId!.Value, Input.From!.Value, Input.To), cancel);
        var person = await pick.Person(Input.PersonId, cancel);
        return Done(person is null ? L["The seal is entrusted."] : L["{0} keeps the seal.", person.Name], "Details", new { id = Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        Seal = await seals.Find(Id, cancel);
        People = await options.People(Input.PersonId, SearchedIn("Input.PersonId"), cancel);
    }
}
