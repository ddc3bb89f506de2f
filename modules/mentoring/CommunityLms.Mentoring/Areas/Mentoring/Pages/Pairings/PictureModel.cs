using CommunityLms.Kernel.Web;
using CommunityLms.Mentoring.Pairings.Picture;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Pairings;

/// <summary>A picture of one programme; the newest where none is asked for.</summary>
internal abstract class PictureModel(PairingFigures figures, ProgrammeQueries programmes) : LmsPageModel
{
    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    /// <summary>Null where there is no programme yet.</summary>
    public Guid? ProgrammeId { get; private set; }

    protected async Task<PairingMap?> Load(Guid? programme, CancellationToken cancel)
    {
        var all = await programmes.All(cancel);
        ProgrammeId = all.FirstOrDefault(p => p.Id == programme)?.Id ?? (all is [var newest, ..] ? newest.Id : null);
        Programmes = [.. all.Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == ProgrammeId))];
        return ProgrammeId is { } id ? await figures.Of(id, cancel) : null;
    }
}
