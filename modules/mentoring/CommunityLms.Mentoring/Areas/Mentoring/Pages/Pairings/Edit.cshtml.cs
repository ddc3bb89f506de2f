using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Pairings;

[RequiresPermission(MentoringPermissions.Pairings.Edit)]
internal sealed class EditModel(PairingQueries pairings, DrawUpPairing drawUp, ProgrammeQueries programmes, ITeaching teaching, IDirectory directory)
    : PairingFormModel(programmes, teaching, directory), IEditsRecord<PairingInput>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<PairingInput> Stored(CancellationToken cancel) => PairingInput.Of(await pairings.Find(Id, cancel));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input = await Stored(cancel);
        await Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await drawUp.Change(Id, Input, cancel);
        return Done(L["The changes are saved."], "Details", new { Id });
    }
}
