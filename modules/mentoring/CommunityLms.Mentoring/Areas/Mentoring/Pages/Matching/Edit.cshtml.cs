using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.MatchingRounds;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Matching;

[RequiresPermission(MentoringPermissions.Programmes.Edit)]
internal sealed class EditModel(PreparingRound preparing, RoundQueries rounds, ProgrammeQueries programmes, ITeaching teaching, IDirectory directory) : RoundForm(programmes, teaching, directory)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public override Guid? RoundId => Id;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input = RoundInput.Of(await rounds.Find(Id, cancel));
        await Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await preparing.Change(Id, Input, cancel);
        return Done(L["Saved. The pool was found anew."], "Details", new { Id });
    }
}
