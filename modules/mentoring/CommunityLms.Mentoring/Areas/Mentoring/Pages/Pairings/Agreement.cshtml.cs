using CommunityLms.Kernel.Documents;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Pairings;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Pairings;

/// <summary>The agreement of two units on paper, with room for both seals.</summary>
[RequiresPermission(MentoringPermissions.Pairings.View)]
internal sealed class AgreementModel(PairingQueries pairings, IIssuedDocuments documents, Dates dates) : LmsPageModel
{
    private const string Kind = "mentoring.agreement";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PairingView View { get; private set; } = null!;

    public string Title => View.Pairing.Level == PairingLevel.School ? L["Twinning agreement"] : L["Pairing agreement"];

    public string Helping => PairingWords.Helping(L, View.Helping.InFull, View.Pairing.IsOwnCentre);

    /// <summary>Its number; null until somebody asked for one, and after every change.</summary>
    public IssuedDocument? Document { get; private set; }

    public override async Task Prepare(CancellationToken cancel)
    {
        View = await pairings.Show(Id, cancel);
        Document = await documents.Find(Kind, Id, View.Pairing.Hash(), cancel);
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        await documents.Issue(new(Kind, Id, View.Pairing.Hash(), Title,
            [new(L["Helping side"], Helping), new(L["Side that is helped"], View.Helped.InFull), new(L["Programme"], View.Programme), new(L["Time"], dates.Span(View.Pairing.From, View.Pairing.To))]), cancel);
        return RedirectToPage(new { Id });
    }
}
