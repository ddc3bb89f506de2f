using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Accounts.Addresses;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CommunityLms.Institutes.Areas.Account.Pages;

[OpenToVisitors("The link in the mail may be opened on another device."), EnableRateLimiting(AccountSetup.GuessLimit)]
internal sealed class ConfirmAddressModel(ConfirmNewAddress confirm) : LmsPageModel
{
    [BindProperty]
    public ConfirmNewAddressInput Input { get; set; } = new();

    public void OnGet(Guid account, string? email, string? token) => (Input.Account, Input.Email, Input.Token) = (account, email ?? "", token ?? "");

    public async Task<IActionResult> OnPostAsync() => await confirm.Handle(Input)
        ? Done(L["From now on you sign in with {0}. Other devices are signed out within a few minutes.", Input.Email], "Profile")
        : Done(L["From now on you sign in with {0}.", Input.Email], "SignIn");
}
