using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Accounts.Passwords;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CommunityLms.Institutes.Areas.Account.Pages;

[OpenToVisitors("Whoever forgot the password can't sign in."), EnableRateLimiting(AccountSetup.GuessLimit)]
internal sealed class ForgotPasswordModel(AskForNewPassword askForNewPassword) : LmsPageModel
{
    [BindProperty]
    public AskForNewPasswordInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await askForNewPassword.Handle(Input, cancel);
        return Done(L["If there is an account with this address, a mail with a link is on its way. The link holds for {0} hours.", AccountSetup.LinkHours], "SignIn");
    }
}
