using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Pairings.Picture;
using CommunityLms.Mentoring.Programmes;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Pairings;

[RequiresPermission(MentoringPermissions.Pairings.View)]
internal sealed class BoardModel(PairingFigures figures, ProgrammeQueries programmes) : PictureModel(figures, programmes)
{
    public IReadOnlyList<BoardColumn> Columns { get; private set; } = [];

    public async Task OnGetAsync(Guid? programme, CancellationToken cancel)
    {
        if (await Load(programme, cancel) is { } map)
            Columns = Board.Columns(map);
    }
}
