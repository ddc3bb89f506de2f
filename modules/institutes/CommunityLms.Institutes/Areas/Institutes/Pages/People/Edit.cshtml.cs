using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.People;

[RequiresPermission(InstitutesPermissions.People.Edit)]
internal sealed class EditModel(PersonDetailsQuery people, ChangePerson change) : LmsPageModel, IEditsRecord<PersonInput>, IAsksForPerson
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PersonInput Input { get; set; } = new();

    /// <summary>The stored name, which stays in the title while another is typed.</summary>
    public string Called { get; private set; } = "";

    public async Task<PersonInput> Stored(CancellationToken cancel)
    {
        var (details, stamp) = await people.ForEditing(Id, cancel);
        return PersonInput.Of(details, stamp);
    }

    public override async Task Prepare(CancellationToken cancel) => Called = (await people.Find(Id, cancel)).Name.ToString();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input = await Stored(cancel);
        await Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await change.Handle(Id, Input.Details(), Input.Stamp, cancel);
        return Done(L["The changes are saved."], "Details", new { Id });
    }
}
