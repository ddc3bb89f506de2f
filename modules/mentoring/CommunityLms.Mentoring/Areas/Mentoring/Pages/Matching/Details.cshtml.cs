using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.MatchingRounds;
using CommunityLms.Mentoring.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Matching;

/// <summary>One round: who takes part, what is wished, what is settled, and its results.</summary>
[RequiresPermission(MentoringPermissions.Programmes.Edit)]
internal sealed class DetailsModel(RoundQueries rounds, PreparingRound preparing, IJobs jobs, IDirectory directory) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty, Display(Name = "Mentor")]
    public Guid? MentorId { get; set; }

    [BindProperty, Display(Name = "Trainee")]
    public Guid? TraineeId { get; set; }

    public RoundView View { get; private set; } = null!;

    public JobStatus? Job { get; private set; }

    public IReadOnlyList<SelectListItem> Mentors { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Trainees { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public Task<IActionResult> OnPostLookAgainAsync(CancellationToken cancel) => Do(preparing.LookAgain(Id, cancel), L["The pool is as posts and contracts are now."]);

    public Task<IActionResult> OnPostAskAsync(CancellationToken cancel) => Do(preparing.Ask(Id, cancel), L["Everybody who takes part is asked now."]);

    public Task<IActionResult> OnPostSettleAsync(RulingKind kind, CancellationToken cancel) =>
        Do(preparing.Settle(Id, [new(TraineeId ?? Guid.Empty, MentorId ?? Guid.Empty)], kind, cancel), L["Settled. It counts when you compute next."]);

    public Task<IActionResult> OnPostLiftAsync(Guid mentor, Guid trainee, CancellationToken cancel) => Do(preparing.Lift(Id, mentor, trainee, cancel), L["Lifted. It counts when you compute next."]);

    public async Task<IActionResult> OnPostComputeAsync(MatchingMethod method, CancellationToken cancel)
    {
        await preparing.Compute(Id, method, cancel);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancel)
    {
        await preparing.Stop(Id, cancel);
        return RedirectToPage(new { Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        View = await rounds.View(Id, cancel);
        Job = View.Round.JobId is { } job ? await jobs.Find(job, cancel) : null;
        (Mentors, Trainees) = (await People(nameof(MentorId), MentorId, Side.Mentor, cancel), await People(nameof(TraineeId), TraineeId, Side.Trainee, cancel));
    }

    private async Task<IReadOnlyList<SelectListItem>> People(string field, Guid? chosen, Side side, CancellationToken cancel)
    {
        var found = SearchedIn(field) is { } words ? await directory.Colleagues(words, cancel) : chosen is { } id ? [.. (await directory.Find([id], cancel)).Values] : [];
        var taking = await rounds.TakingPart(Id, side, [.. found.Select(p => p.Id)], cancel);
        return [.. found.Where(p => taking.Contains(p.Id)).Select(p => new SelectListItem(p.InFull, p.Id.ToString()))];
    }

    private async Task<IActionResult> Do(Task act, string whatWasDone)
    {
        await act;
        return Done(whatWasDone, "Details", new { Id });
    }
}
