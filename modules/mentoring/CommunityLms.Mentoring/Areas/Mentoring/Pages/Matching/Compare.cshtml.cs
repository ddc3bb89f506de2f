using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.MatchingRounds;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Matching;

[RequiresPermission(MentoringPermissions.Programmes.Edit)]
internal sealed class CompareModel(OutcomeQueries outcomes) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Compared Compared { get; private set; } = null!;

    /// <summary>The figures, then trainee by trainee.</summary>
    public IReadOnlyList<(string Label, string First, string Second, bool Differs)> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid first, Guid second, CancellationToken cancel)
    {
        Compared = await outcomes.Compare(first, second, cancel);
        if (Compared.First.RoundId != Id)
            return NotFound();
        var (one, two, same) = (Compared.First, Compared.Second, Compared.Summary.InBoth.Count);
        Lines =
        [
            Figure(L["Pairs"], one.Matched, two.Matched),
            Figure(L["Pairs that both have"], same, same),
            Figure(L["Without a mentor"], one.Unmatched, two.Unmatched),
            Figure(L["Points"], one.TotalCost, two.TotalCost),
            Figure(L["Mentors without a free place"], one.FullMentors, two.FullMentors),
            Figure(L["Pairs who would both rather be together"], one.Blocking, two.Blocking),
            .. Compared.Rows.Select(r => (Name(r.TraineeId), Name(r.First), Name(r.Second), r.Differs)),
        ];
        return Page();
    }

    private static (string Label, string First, string Second, bool Differs) Figure(string label, long first, long second) => (label, $"{first:N0}", $"{second:N0}", first != second);

    private string Name(Guid? personId) => personId is { } id ? Compared.Names[id].Name.ToString() : "–";
}
