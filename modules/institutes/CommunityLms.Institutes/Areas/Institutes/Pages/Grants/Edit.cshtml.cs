using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Grants;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Institutes.Pages.Grants;

internal sealed class EndInput : IVersionedInput
{
    [Display(Name = "Last day")]
    public DateOnly? To { get; set; }

    public Guid Stamp { get; set; }
}

/// <summary>The end of one grant: another last day, or taken back at once.</summary>
[RequiresPermission(InstitutesPermissions.Grants.Edit)]
internal sealed class EditModel(GrantQueries grants, EndGrant end, RevokeGrant revoke) : LmsPageModel, IEditsRecord<EndInput>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public EndInput Input { get; set; } = new();

    internal GrantView Grant { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Input = new() { To = Grant.To, Stamp = Grant.Stamp };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        await end.Handle(new(Id, Input.To, Input.Stamp), cancel);
        return Done(L["The last day is changed."], "Person", new { id = Grant.PersonId });
    }

    /// <param name="stamp">The version whose consequence was read.</param>
    public async Task<IActionResult> OnPostRevokeAsync(Guid stamp, CancellationToken cancel)
    {
        await Prepare(cancel);
        await revoke.Handle(new(Id, stamp), cancel);
        return Done(L["The role is taken back."], "Person", new { id = Grant.PersonId });
    }

    public override async Task Prepare(CancellationToken cancel) => Grant = await grants.Find(Id, cancel);

    public async Task<EndInput> Stored(CancellationToken cancel)
    {
        var stored = await grants.Find(Id, cancel);
        return new() { To = stored.To, Stamp = stored.Stamp };
    }
}
