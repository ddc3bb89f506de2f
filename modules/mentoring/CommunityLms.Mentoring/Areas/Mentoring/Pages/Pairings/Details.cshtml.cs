using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Pairings;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Pairings;

[RequiresPermission(MentoringPermissions.Pairings.View)]
internal sealed class DetailsModel(PairingQueries pairings, DrawUpPairing drawUp, IOrganisation organisation, IAccess access) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PairingView View { get; private set; } = null!;

    public string Helping => PairingWords.Helping(L, View.Helping.Name, View.Pairing.IsOwnCentre);

    public string? Warning { get; private set; }

    public bool MayEdit { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAgreeAsync(CancellationToken cancel)
    {
        await drawUp.Agree(Id, cancel);
        return Done(L["Agreed."], "Details", new { Id });
    }

    public async Task<IActionResult> OnPostEndAsync(string? reason, CancellationToken cancel)
    {
        await drawUp.End(Id, reason ?? "", cancel);
        return Done(L["It has ended. It stays to be read."], "Details", new { Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        View = await pairings.Show(Id, cancel);
        Warning = PairingWords.Warning(L, View.Pairing, await organisation.Tree(cancel));
        MayEdit = await access.May(MentoringPermissions.Pairings.Edit, View.Pairing.HelpedId, cancel);
    }
}
