using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web;
using CommunityLms.Mentoring.Pairings;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Pairings;

/// <summary>The form of a pairing, new or stored.</summary>
internal abstract class PairingFormModel(ProgrammeQueries programmes, ITeaching teaching, IDirectory directory) : LmsPageModel
{
    [BindProperty]
    public PairingInput Input { get; set; } = new();

    /// <summary>Null until one is chosen.</summary>
    public Programme? Programme { get; private set; }

    public IReadOnlyList<SelectListItem> Helped { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Helping { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Periods => [.. Enum.GetValues<CadencePeriod>().Select(p => new SelectListItem(PairingWords.Of(L, p), p.ToString()))];

    protected ProgrammeQueries AllProgrammes => programmes;

    public override async Task Prepare(CancellationToken cancel)
    {
        Programme = await programmes.Find(Input.ProgrammeId, cancel);
        var names = await teaching.Subjects(cancel);
        Subjects = [.. Programme.Subjects.Select(s => new SelectListItem(names[s.SubjectId].Name.ToString(), s.SubjectId.ToString()))];
        (Helped, Helping) = (await Units("Input.HelpedId", Input.HelpedId, cancel), await Units("Input.HelpingId", Input.HelpingId, cancel));
        KeepALineFree("Input.Cadence", Input.Cadence, Pairing.MostActivities, line => string.IsNullOrWhiteSpace(line.Activity));
    }

    private async Task<IReadOnlyList<SelectListItem>> Units(string field, Guid? chosen, CancellationToken cancel)
    {
        var found = SearchedIn(field) is { } words ? await directory.Places(words, cancel) : chosen is { } id ? [.. (await directory.Find([id], cancel)).Values] : [];
        return [.. found.Select(u => new SelectListItem(u.InFull, u.Id.ToString()))];
    }
}
