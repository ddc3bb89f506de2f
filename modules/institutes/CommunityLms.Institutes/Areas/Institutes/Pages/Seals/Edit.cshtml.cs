using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Seals;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Seals;

[RequiresPermission(InstitutesPermissions.Seals.Edit)]
internal sealed class EditModel(ChangeSeal change, SealQueries seals) : LmsPageModel, IEditsRecord<SealInput>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public SealInput Input { get; set; } = new();

    internal SealView Seal { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Input = new() { Name = Seal.Name, ValidUntil = Seal.ValidUntil, Stamp = Seal.Stamp };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await change.Handle(new(Id, Input.Name, Input.File.AsSealImage(), Input.ValidUntil, Input.Stamp), cancel);
        return Done(L["The seal is changed."], "Details", new { id = Id });
    }

    public override async Task Prepare(CancellationToken cancel) => Seal = await seals.Find(Id, cancel);

    public async Task<SealInput> Stored(CancellationToken cancel)
    {
        var stored = await seals.Find(Id, cancel);
        return new() { Name = stored.Name, ValidUntil = stored.ValidUntil, Stamp = stored.Stamp };
    }
}
