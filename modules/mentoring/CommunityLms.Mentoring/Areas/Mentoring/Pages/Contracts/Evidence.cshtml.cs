using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Journey;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Contracts;

/// <summary>One thing that was done, with what shows it and the rounds it went through.</summary>
[OpenToAccounts("Only those who may see the contract find it.")]
internal sealed class EvidenceModel(ContractAccess access, JourneyQueries journeys, Recording recording) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Evidence Shown { get; private set; } = null!;

    public IReadOnlyList<string> Paragraphs { get; private set; } = [];

    /// <summary>Whether the reader is the other side, and it waits for their word.</summary>
    public bool MayJudge { get; private set; }

    /// <summary>Whether the reader did it, and it was sent back.</summary>
    public bool MayRevise { get; private set; }

    public (StateKind Kind, string Words) State => Shown switch
    {
        { VoidedFor: not null } => (StateKind.Neutral, L["voided"]),
        { AcceptedAt: not null } => (StateKind.Done, L["accepted"]),
        { SentBackAt: not null } => (StateKind.Late, L["sent back"]),
        _ => (StateKind.Waiting, L["waits for the other side"]),
    };

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel)
    {
        await recording.Accept(Id, cancel);
        return Done(L["Accepted."], "Evidence", new { Id });
    }

    public async Task<IActionResult> OnPostSendBackAsync(string? comment, CancellationToken cancel)
    {
        await recording.SendBack(Id, comment ?? "", cancel);
        return Done(L["Sent back, with your word."], "Evidence", new { Id });
    }

    public override async Task Prepare(CancellationToken cancel)
    {
        Shown = await journeys.Find(Id, cancel);
        var side = access.SideIn(await access.ToSee(Shown.ContractId, cancel));
        Paragraphs = Shown.Text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var open = Shown is { VoidedFor: null, AcceptedAt: null };
        MayJudge = open && side is not null && side != Shown.By && Shown.SentBackAt is null;
        MayRevise = open && side == Shown.By && Shown.SentBackAt is not null;
    }
}
