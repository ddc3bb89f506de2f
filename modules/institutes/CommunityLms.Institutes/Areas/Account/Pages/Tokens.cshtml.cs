using CommunityLms.Institutes.Accounts.Tokens;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Institutes.Areas.Account.Pages;

[OpenToAccounts("Shows and changes only one's own tokens.")]
internal sealed class TokensModel(AccessTokenQueries tokens, CreateAccessToken create, RevokeAccessToken revoke) : LmsPageModel
{
    private static readonly int[] Durations = [7, 30, 90, AccessTokenRules.LongestDays];

    public CreateAccessTokenInput Input { get; private set; } = new();

    /// <summary>The token just made; shown once and stored nowhere.</summary>
    [TempData]
    public string? NewToken { get; set; }

    public IReadOnlyList<AccessTokenRow> Tokens { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Permissions { get; private set; } = [];

    public IEnumerable<SelectListItem> Days => Durations.Select(d => new SelectListItem(L["{0} days", d], d.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public override async Task Prepare(CancellationToken cancel)
    {
        Tokens = await tokens.Own(cancel);
        Permissions = [.. (await tokens.Held(cancel)).Select(p => new SelectListItem(p.Text, p.Name))];
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    // Bound as a parameter, so that revoking asks for no name.
    public async Task<IActionResult> OnPostAsync([FromForm(Name = nameof(Input))] CreateAccessTokenInput input, CancellationToken cancel)
    {
        Input = input;
        NewToken = await create.Handle(input, cancel);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancel)
    {
        await revoke.Handle(id, cancel);
        return Done(L["The token is revoked. Programs that use it are refused from now on."], "Tokens");
    }
}
