using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.My;

[OpenToAccounts("Only mentor and trainee of the contract may log.")]
internal sealed class LogModel(ContractAccess access, Recording recording, TimeProvider clock) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ContactInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<ContactKind>().Select(k => new SelectListItem(L[k.ToString()], k.ToString()))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await access.AsSide(Id, cancel);
        Input = new() { On = clock.Today() };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await recording.Log(Id, Input, cancel);
        return Done(L["Logged."], "/Contracts/Details", new { Id });
    }
}
