using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.MatchingRounds;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Matching;

[RequiresPermission(MentoringPermissions.Programmes.Edit)]
internal sealed class IndexModel(RoundQueries rounds, ProgrammeQueries programmes) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<RoundRow> Rounds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Programme = await programmes.Find(Id, cancel);
        Rounds = await rounds.Of(Id, cancel);
    }
}
