using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Matching.MidTerm;
using CommunityLms.Mentoring.MatchingRounds;
using CommunityLms.Mentoring.Replacing;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Replacements;

/// <summary>What would change, with what forces it, before it is accepted: as it was computed, or how far that is.</summary>
[RequiresPermission(MentoringPermissions.Contracts.Manage)]
internal sealed class ProposalModel(Replacing.Replacements replacements, ProposeReplacements propose, Vacancies vacancies, IJobs jobs, RoundWords words, IPeople people) : LmsPageModel
{
    private IReadOnlyDictionary<Guid, PersonInfo> _names = new Dictionary<Guid, PersonInfo>();
    private IReadOnlyDictionary<Guid, (Guid Mentor, Guid Trainee, string? Reason)> _ended = new Dictionary<Guid, (Guid, Guid, string?)>();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ReplacementProposal Asked { get; private set; } = null!;

    /// <summary>Null while it is computed, and where it can't be.</summary>
    public Proposal? Proposal { get; private set; }

    public string? Refused { get; private set; }

    /// <summary>The job that computes it; null once it is computed.</summary>
    public JobStatus? Job { get; private set; }

    public string Name(Guid personId) => _names.GetValueOrDefault(personId)?.Name.ToString() ?? "";

    public string Before(NewPair pair) => L["{0} with {1}", Name(_ended[pair.Instead].Trainee), Name(_ended[pair.Instead].Mentor)];

    public string Why(NewPair pair) => (_ended[pair.Instead].Reason, pair.Change) switch
    {
        ({ } reason, _) => ContractWords.OfReason(L, reason),
        (_, { Cause: ChangeCause.MadeRoom, MadeRoomFor: { } comer }) => L["makes room for {0}, who finds no other mentor", Name(comer)],
        (_, { } change) => words.Of(change.Cause),
        _ => "",
    };

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var asked = await propose.Find(Id, cancel);
        return Done(L["Contracts that have begun: {0}.", await replacements.Accept(asked, cancel)], "Index", new { id = asked.ProgrammeId });
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancel) => RedirectToPage(new { id = await propose.AskAgain(Id, cancel) });

    public override async Task Prepare(CancellationToken cancel)
    {
        Asked = await propose.Find(Id, cancel);
        if (Asked.ReadRefusal() is { } refusal)
            Refused = L[refusal.Message, [.. refusal.Args]];
        if (Asked is { ComputedAt: null, JobId: { } job })
            Job = await jobs.Find(job, cancel);
        if ((Proposal = Asked.ReadResult()) is not { } proposal)
            return;
        _ended = await vacancies.PairsOf([.. proposal.Pairs.Select(p => p.Instead)], cancel);
        _names = await people.Find([.. proposal.Pairs.SelectMany(p => new[] { p.TraineeId, p.MentorId, p.Change?.MadeRoomFor ?? p.TraineeId }), .. _ended.Values.SelectMany(e => new[] { e.Mentor, e.Trainee }),
            .. proposal.Left.Select(l => l.TraineeId), .. proposal.Left.Select(l => l.Remedy?.Mentor).OfType<Guid>()], cancel);
    }
}
