using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.SealDesk;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Mentoring.Areas.Mentoring.Pages.Seals;

/// <summary>Several contracts looked through and sealed together, each exactly as it was read.</summary>
[OpenToAccounts("It shows and takes only what waits for a seal that the reader keeps.")]
internal sealed class CheckModel(SealDeskQueries desk, Confirming confirming) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public IReadOnlyList<string> Keys { get; set; } = [];

    [BindProperty]
    public List<SealChoice> Sealed { get; set; } = [];

    [BindProperty, Required, DataType(DataType.Password), Display(Name = "Password")]
    public string Password { get; set; } = "";

    [BindProperty, Display(Name = "Valid until")]
    public DateOnly? ValidUntil { get; set; }

    public IReadOnlyList<ToSeal> Chosen { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var left = await confirming.SealAll(Sealed, ValidUntil, Password, cancel);
        var reasons = left.CountBy(l => L[l.Reason.Rule.Message, [.. l.Reason.Args.Select(a => a ?? "")]].Value).Select(r => L["Not sealed: {0}. {1}", r.Value, r.Key].Value);
        return Done(string.Join(' ', reasons.Prepend(L["Sealed: {0}.", Sealed.Count - left.Count])), "Index");
    }

    public override async Task Prepare(CancellationToken cancel) =>
        Chosen = await desk.Look([.. Keys, .. Sealed.Select(s => $"{s.ContractId}:{s.Office}")], cancel);
}
