using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web;
using CommunityLms.Mentoring.MatchingRounds;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Matching;

/// <summary>The form of a round, as it is set up and changed.</summary>
internal abstract class RoundForm(ProgrammeQueries programmes, ITeaching teaching, IDirectory directory) : LmsPageModel
{
    [BindProperty]
    public RoundInput Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public IReadOnlyList<SelectListItem> MentorUnits { get; private set; } = [];

    public IReadOnlyList<SelectListItem> TraineeUnits { get; private set; } = [];

    /// <summary>Null while it is set up.</summary>
    public virtual Guid? RoundId => null;

    public override async Task Prepare(CancellationToken cancel)
    {
        Programme = await programmes.Find(Input.ProgrammeId, cancel);
        var names = await teaching.Subjects(cancel);
        Subjects = [.. Programme.Subjects.Select(s => new SelectListItem(names[s.SubjectId].Name.ToString(), s.SubjectId.ToString()))];
        (MentorUnits, TraineeUnits) = (await Units("Input.MentorUnits", Input.MentorUnits, cancel), await Units("Input.TraineeUnits", Input.TraineeUnits, cancel));
    }

    private async Task<IReadOnlyList<SelectListItem>> Units(string field, List<Guid> chosen, CancellationToken cancel)
    {
        var known = chosen.Count == 0 ? [] : (await directory.Find(chosen, cancel)).Values.ToList();
        var found = SearchedIn(field) is { } words ? await directory.Places(words, cancel) : chosen.Count == 0 ? await directory.Places(null, cancel) : [];
        return [.. known.Concat(found.ExceptBy(chosen, u => u.Id)).Select(u => new SelectListItem(u.InFull, u.Id.ToString(), chosen.Contains(u.Id)))];
    }
}
