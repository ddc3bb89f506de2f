using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.MatchingRounds;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Matching;

[RequiresPermission(MentoringPermissions.Programmes.Edit)]
internal sealed class NewModel(PreparingRound preparing, ProgrammeQueries programmes, ITeaching teaching, IDirectory directory) : RoundForm(programmes, teaching, directory)
{
    public Task OnGetAsync(Guid programme, CancellationToken cancel)
    {
        Input.ProgrammeId = programme;
        return Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Done(L["{0} is set up. Look through the pool, then compute.", Input.Name], "Details", new { Id = await preparing.SetUp(Input, cancel) });
}
