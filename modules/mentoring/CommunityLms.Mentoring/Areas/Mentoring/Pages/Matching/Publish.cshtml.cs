using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.MatchingRounds;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Matching;

/// <summary>What publishing a result does, before it is done.</summary>
[RequiresPermission(MentoringPermissions.Programmes.Edit)]
internal sealed class PublishModel(OutcomeQueries outcomes, PublishRound publish) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MatchingOutcome Outcome { get; private set; } = null!;

    public Drafts Drafts { get; private set; } = new([], []);

    public IReadOnlyList<(string Pair, string Why)> Refused { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var round = (await outcomes.Find(Id, cancel)).RoundId;
        await publish.Start(Id, cancel);
        return RedirectToPage("Details", new { Id = round });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        Outcome = await outcomes.Find(Id, cancel);
        Drafts = await publish.Try(Id, cancel);
        var names = await outcomes.Names(Drafts.Refused.SelectMany(r => new[] { r.Pair.MentorId, r.Pair.TraineeId }), cancel);
        Refused = [.. Drafts.Refused.Select(r => (L["{0} with {1}", names[r.Pair.TraineeId].Name, names[r.Pair.MentorId].Name].Value, L[r.Why.Rule.Message, [.. r.Why.Args.Select(a => a ?? "")]].Value))];
    }
}
