using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Contracts;

/// <summary>One of the four decisions, proposed by one side.</summary>
[OpenToAccounts("Only mentor and trainee of the contract may propose.")]
internal sealed class ProposeModel(ContractAccess access, Deciding deciding) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public DecisionKind Kind { get; set; }

    [BindProperty, Required, StringLength(Decision.TextLength)]
    public string Text { get; set; } = "";

    [BindProperty]
    public List<StageGoalInput> StageGoals { get; set; } = [];

    public IReadOnlyList<string> StageNames { get; private set; } = [];

    public string Hint => Kind switch
    {
        DecisionKind.Goal => L["The general goal of the whole contract, and what is to be reached in each stage."],
        DecisionKind.Time => L["When you meet: how often, on which days, where."],
        DecisionKind.Theme => L["What it is about: the question of teaching you work on together."],
        _ => L["How you go about it: hearing lessons, preparing together, reading, research."],
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (contract, _) = await access.AsSide(Id, cancel);
        var latest = contract.Latest(Kind);
        Text = latest?.Text ?? "";
        StageGoals = Kind != DecisionKind.Goal ? [] : [.. contract.Stages.OrderBy(s => s.Number).Select(s => latest?.ReadGoals().FirstOrDefault(g => g.Stage == s.Number) is { } goal
            ? new StageGoalInput { Stage = s.Number, Goal = goal.Goal, Measure = goal.Measure } : new StageGoalInput { Stage = s.Number })];
        await Prepare(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await deciding.Propose(Id, Kind, Text, [.. StageGoals.Select(g => new StageGoal(g.Stage, g.Goal, g.Measure))], cancel);
        return Done(L["Proposed. The other side reads it and agrees, or proposes another version."], "Details", new { Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        var (contract, _) = await access.AsSide(Id, cancel);
        StageNames = [.. contract.Stages.OrderBy(s => s.Number).Select(s => s.Name)];
    }
}

internal sealed record StageGoalInput
{
    public int Stage { get; set; }

    [Required, StringLength(500)]
    public string Goal { get; set; } = "";

    [Required, StringLength(500)]
    public string Measure { get; set; } = "";
}
