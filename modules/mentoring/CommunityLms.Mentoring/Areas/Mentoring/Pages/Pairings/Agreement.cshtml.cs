using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Pairings;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Pairings;

/// <summary>The agreement of two units on paper, with room for both seals.</summary>
[RequiresPermission(MentoringPermissions.Pairings.View)]
internal sealed class AgreementModel(PairingQueries pairings) : LmsPageModel
{
    public PairingView View { get; private set; } = null!;

    public string Title => View.Pairing.Level == PairingLevel.School ? L["Twinning agreement"] : L["Pairing agreement"];

    public string Helping => PairingWords.Helping(L, View.Helping.InFull, View.Pairing.IsOwnCentre);

    public async Task OnGetAsync(Guid id, CancellationToken cancel) => View = await pairings.Show(id, cancel);
}
