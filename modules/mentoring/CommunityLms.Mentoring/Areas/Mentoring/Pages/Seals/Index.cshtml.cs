using CommunityLms.Kernel;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.SealDesk;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Seals;

[OpenToAccounts("It shows only what waits for a seal that the reader keeps.")]
internal sealed class IndexModel(SealDeskQueries desk, ContractAccess access, Dates dates, TimeProvider clock) : LmsPageModel
{
    public IReadOnlyList<WaitingForSeal> Waiting { get; private set; } = [];

    /// <summary>The reader's seals, those that are over since a short while included.</summary>
    public KeptSeals Kept { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    public async Task OnGetAsync(CancellationToken cancel) => (Kept, Waiting) = (await access.Kept(cancel), await desk.Waiting(cancel));

    public IActionResult OnPostLook(string[] keys) => RedirectToPage("Check", new { keys });

    public string Words(WaitingForSeal row) => row switch
    {
        { LastWord: null } => L["new to you"],
        { Changed: [] } => L["unchanged since {0}", dates.Say(row.LastWord.Value)],
        _ => L["changed: {0}", string.Join(L[", "], row.Changed.Select(k => ContractWords.Of(L, k)))],
    };
}
