using System.Text.Json.Nodes;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Inbox;
using CommunityLms.Workflows.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Cases;

/// <summary>A case on its drawing, with its story, and what its owner and administrators can do with it.</summary>
[OpenToAccounts("Whoever started it, has or had a task of it, or may see cases there finds it; nobody else does.")]
internal sealed class DetailsModel(CaseQueries cases, CaseStory story, CaseWords words, Requesting requests, SendingBack back, Intervening intervening, IAccess access, ICurrentUser user, Translations translations) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CaseView Shown { get; private set; } = null!;

    public IReadOnlyList<StoryLine> Story { get; private set; } = [];

    public IReadOnlyList<StandingStep> Here { get; private set; } = [];

    public IReadOnlyList<KnownValue> Known { get; private set; } = [];

    public IReadOnlyList<StuckStep> Incidents { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Targets { get; private set; } = [];

    public DrawingWithMarks Drawing { get; private set; } = null!;

    /// <summary>The task that the reader has done and may take back; null where there is none.</summary>
    public DoneTask? TakesBack { get; private set; }

    public bool IsMine { get; private set; }

    public bool MayList { get; private set; }

    public bool MayIntervene { get; private set; }

    public bool HasErrors => !ModelState.IsValid;

    public override async Task Prepare(CancellationToken cancel)
    {
        Shown = await cases.Find(Id, cancel);
        Story = await story.Tell(Shown, cancel);
        Here = await words.StandsAt(Shown, cancel);
        Known = await words.Known(Shown.Case.VersionId, Values.ToJson(Shown.State.Variables), cancel);
        Drawing = new(Shown.Xml, CaseMarks.Of(Shown));
        var texts = translations.For(typeof(BpmnReader).Assembly);
        Incidents = [.. Shown.Incidents.Select(i => new StuckStep(i.Id, i.Instance, Shown.Graph.Find(i.NodeId)?.Name ?? i.NodeId, texts[i.Text, [.. i.Arguments]]))];
        IsMine = Shown.Case.StarterId is { } starter && starter == user.Actor?.PersonId;
        TakesBack = await back.MayTakeBack(Id, cancel);
        MayList = await access.May(WorkflowsPermissions.Cases.View, cancel);
        MayIntervene = await access.May(WorkflowsPermissions.Cases.Intervene, Shown.Case.UnitId, cancel);
        Targets = [.. Shown.Graph.Nodes.Where(n => n is Activity && n.Name.Length > 0).Select(n => new SelectListItem(n.Name, n.Id))];
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostUrgeAsync(CancellationToken cancel)
    {
        await requests.Urge(Id, cancel);
        return Done(L["Those it waits for were reminded."], "Details", new { Id });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        await requests.Withdraw(Id, reason: null, cancel);
        return Done(L["The request is withdrawn."], "/Requests/Index");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid task, CancellationToken cancel)
    {
        await back.TakeBack(task, cancel);
        return Done(L["It is yours again, and what came after it is withdrawn."], "Details", new { Id });
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid incident, CancellationToken cancel)
    {
        await intervening.RetryIncident(Id, incident, cancel);
        return Done(L["It is tried again."], "Details", new { Id });
    }

    public async Task<IActionResult> OnPostInterveneAsync(int instance, string? target, string? reason, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(target))
            await intervening.Skip(Id, instance, flowId: null, new JsonObject(), reason ?? "", cancel);
        else
            await intervening.Move(Id, instance, target, reason ?? "", cancel);
        return Done(L["Done. The story says so."], "Details", new { Id });
    }

    public async Task<IActionResult> OnPostCancelAsync(string? reason, CancellationToken cancel)
    {
        await intervening.Cancel(Id, reason ?? "", cancel);
        return Done(L["The case is cancelled."], "Details", new { Id });
    }
}

/// <param name="Marks">What each element is: done, here, waiting, failed.</param>
internal sealed record DrawingWithMarks(string Xml, IReadOnlyDictionary<string, string> Marks);

internal sealed record StuckStep(Guid Id, int Instance, string Step, string Text);
