using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Accounts.Passwords;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CommunityLms.Institutes.Areas.Account.Pages;

[OpenToVisitors("The link in the mail stands for a sign-in."), EnableRateLimiting(AccountSetup.GuessLimit)]
internal sealed class ResetPasswordModel(SetNewPassword setNewPassword) : LmsPageModel
{
    [BindProperty]
    public SetNewPasswordInput Input { get; set; } = new();

    public void OnGet(Guid account, string? token) => (Input.Account, Input.Token) = (account, token ?? "");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await setNewPassword.Handle(Input, cancel);
        return Done(L["Your new password holds from now on. Sign in with it."], "SignIn");
    }
}
