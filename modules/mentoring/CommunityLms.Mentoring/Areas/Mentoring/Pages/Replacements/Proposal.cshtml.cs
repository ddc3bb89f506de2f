using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Matching.MidTerm;
using CommunityLms.Mentoring.MatchingRounds;
using CommunityLms.Mentoring.Replacing;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Replacements;

/// <summary>What would change, with what forces it, before it is accepted.</summary>
[RequiresPermission(MentoringPermissions.Contracts.Manage)]
internal sealed class ProposalModel(Replacing.Replacements replacements, Vacancies vacancies, RoundWords words, IPeople people) : LmsPageModel
{
    private IReadOnlyDictionary<Guid, PersonInfo> _names = new Dictionary<Guid, PersonInfo>();
    private IReadOnlyDictionary<Guid, (Guid Mentor, Guid Trainee, string? Reason)> _ended = new Dictionary<Guid, (Guid, Guid, string?)>();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Subject { get; set; }

    /// <summary>Contract and person, joined by a colon: who comes in the place of which trainee.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> By { get; set; } = [];

    /// <summary>Null where somebody who is to come isn't eligible.</summary>
    public Proposal? Proposal { get; private set; }

    public string? Refused { get; private set; }

    private Dictionary<Guid, Guid> Comers => By.Select(b => b.Split(':')).Where(b => b.Length == 2 && Guid.TryParse(b[0], out _) && Guid.TryParse(b[1], out _))
        .DistinctBy(b => b[0]).ToDictionary(b => Guid.Parse(b[0]), b => Guid.Parse(b[1]));

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

    public async Task<IActionResult> OnPostAsync(string? key, CancellationToken cancel) =>
        Done(L["Contracts that have begun: {0}.", await replacements.Accept(Id, Subject, Comers, key ?? "", cancel)], "Index", new { Id });

    public override async Task Prepare(CancellationToken cancel)
    {
        try
        {
            Proposal = await replacements.Propose(Id, Subject, Comers, cancel);
        }
        catch (RuleBroken broken)
        {
            // A proposal is read by its address; what the address asks for may not be possible.
            Refused = L[broken.Rule.Message, [.. broken.Args.Select(a => a ?? "")]];
            return;
        }
        _ended = await vacancies.PairsOf([.. Proposal.Pairs.Select(p => p.Instead)], cancel);
        _names = await people.Find([.. Proposal.Pairs.SelectMany(p => new[] { p.TraineeId, p.MentorId, p.Change?.MadeRoomFor ?? p.TraineeId }), .. _ended.Values.SelectMany(e => new[] { e.Mentor, e.Trainee }),
            .. Proposal.Left.Select(l => l.Trainee), .. Proposal.Left.SelectMany(l => l.Remedies).Select(r => r.Mentor).OfType<Guid>()], cancel);
    }
}
