using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Contracts;

/// <summary>One thing that was done, with the text that shows it.</summary>
[OpenToAccounts("Only those who may see the contract find it.")]
internal sealed class EvidenceModel(ContractAccess access, JourneyQueries journeys) : LmsPageModel
{
    public EvidenceRow Row { get; private set; } = null!;

    public IReadOnlyList<string> Paragraphs { get; private set; } = [];

    public async Task OnGetAsync(Guid id, CancellationToken cancel)
    {
        var (row, text) = await journeys.Find(id, cancel);
        await access.ToSee(row.ContractId, cancel);
        (Row, Paragraphs) = (row, text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
    }
}
