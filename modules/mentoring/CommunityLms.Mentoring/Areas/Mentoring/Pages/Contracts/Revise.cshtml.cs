using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Contracts;

[OpenToAccounts("Only whoever did it brings a new version.")]
internal sealed class ReviseModel(ContractAccess access, JourneyQueries journeys, Recording recording) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RevisionInput Input { get; set; } = new();

    [BindProperty]
    public new List<IFormFile> File { get; set; } = [];

    public Evidence Shown { get; private set; } = null!;

    /// <summary>What the other side wrote when it sent it back.</summary>
    public string? LastWord => Shown.Rounds.MaxBy(r => r.Number)?.Comment;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Input = new() { Text = Shown.Text, Link = Shown.Link };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await recording.Revise(Id, Input, File.Incoming(), cancel);
        return Done(L["Brought. It counts once the other side accepts it."], "Evidence", new { Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        Shown = await journeys.Find(Id, cancel);
        await access.AsSide(Shown.ContractId, cancel);
    }
}
