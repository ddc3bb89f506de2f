using System.Globalization;
using System.Text.Json;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.MatchingRounds;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Matching;

/// <summary>One result: its proof, its pairs, who is left and why, who would object, and how the load spreads.</summary>
[RequiresPermission(MentoringPermissions.Programmes.Edit)]
internal sealed class ResultModel(OutcomeQueries outcomes, RoundQueries rounds, PreparingRound preparing) : LmsPageModel
{
    private IReadOnlyDictionary<Guid, PersonInfo> _names = new Dictionary<Guid, PersonInfo>();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MatchingOutcome Outcome { get; private set; } = null!;

    public MatchingRound Round { get; private set; } = null!;

    public TableView View { get; private set; } = new();

    public Page<PairRow> Pairs { get; private set; } = new([], Next: null);

    public IReadOnlyList<LeftRow> Left { get; private set; } = [];

    public OutcomeDetails Details { get; private set; } = new([], []);

    public ChartData Spread { get; private set; } = null!;

    public string Name(Guid personId) => _names.GetValueOrDefault(personId)?.Name.ToString() ?? "";

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostSettleAsync(List<Guid> pairs, RulingKind kind, CancellationToken cancel)
    {
        Outcome = await outcomes.Find(Id, cancel);
        await preparing.Settle(Outcome.RoundId, await outcomes.PairsOf(Id, pairs, cancel), kind, cancel);
        return Done(L["Settled. It counts when you compute next."], "Result", new { Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        Outcome = await outcomes.Find(Id, cancel);
        Round = await rounds.Find(Outcome.RoundId, cancel);
        View = TableView.From(Request.Query);
        Pairs = await outcomes.Pairs(Outcome, new(View.After), cancel);
        View = View with { Next = Pairs.Next, Total = Outcome.Matched };
        Left = await outcomes.Left(Id, cancel);
        Details = JsonSerializer.Deserialize<OutcomeDetails>(Outcome.Details)!;
        _names = await outcomes.Names([.. Left.Select(l => l.TraineeId), .. Left.Select(l => l.Why.Remedy?.Mentor).OfType<Guid>(), .. Details.Blocking.SelectMany(b => new[] { b.Trainee, b.Mentor, b.Instead ?? b.Trainee })], cancel);
        Spread = new(ChartKind.Bar, L["Trainees"], [.. Details.MentorsByLoad.Select(l => l.Load.ToString(CultureInfo.CurrentCulture))], [new(L["Mentors"], [.. Details.MentorsByLoad.Select(l => (double?)l.Mentors)])]);
    }
}
