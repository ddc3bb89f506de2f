using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Pairings.Picture;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Pairings;

[RequiresPermission(MentoringPermissions.Pairings.View)]
internal sealed class NetworkModel(PairingFigures figures, ProgrammeQueries programmes) : PictureModel(figures, programmes)
{
    public PairingLevel Level { get; private set; }

    public IReadOnlyList<SelectListItem> Levels { get; private set; } = [];

    public PairingMap? Map { get; private set; }

    public Network? Picture { get; private set; }

    public async Task OnGetAsync(Guid? programme, PairingLevel level, CancellationToken cancel)
    {
        (Level, Map) = (level, await Load(programme, cancel));
        Levels = [.. Enum.GetValues<PairingLevel>().Select(l => new SelectListItem(PairingWords.Of(L, l), l.ToString(), l == level))];
        if (Map is not null)
            Picture = new(Map, level, name => PairingWords.Helping(L, name, isOwnCentre: true));
    }
}
