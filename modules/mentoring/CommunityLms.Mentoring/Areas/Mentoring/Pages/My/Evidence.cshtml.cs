using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.My;

[OpenToAccounts("Only mentor and trainee of the contract may enter what they did.")]
internal sealed class EvidenceModel(ContractAccess access, ProgrammeQueries programmes, Recording recording, Dates dates, TimeProvider clock) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public EvidenceInput Input { get; set; } = new();

    [BindProperty]
    public new List<IFormFile> File { get; set; } = [];

    public IReadOnlyList<SelectListItem> Activities { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel)
    {
        Input = new() { On = clock.Today() };
        return Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await recording.Submit(Id, Input, File.Incoming(), cancel);
        return Done(L["Entered. It counts once the other side accepts it."], "/Contracts/Details", new { Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        var (contract, side) = await access.AsSide(Id, cancel);
        Activities = [.. (await programmes.Find(contract.ProgrammeId, cancel)).AskedOf(side, contract.SubjectId).OrderBy(a => a.Number).Select(a => new SelectListItem(
            a.From is null && a.To is null ? a.Name : L["{0} ({1})", a.Name, dates.Span(a.From ?? contract.From, a.To ?? contract.To)], a.Name))];
    }
}
