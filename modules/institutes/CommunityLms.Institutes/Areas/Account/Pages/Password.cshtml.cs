using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Accounts.Passwords;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CommunityLms.Institutes.Areas.Account.Pages;

[OpenToAccounts("Everybody changes the own password."), EnableRateLimiting(AccountSetup.GuessLimit)]
internal sealed class PasswordModel(ChangePassword changePassword) : LmsPageModel
{
    [BindProperty]
    public ChangePasswordInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await changePassword.Handle(Input, cancel);
        return Done(L["Your password is changed. Other devices are signed out within a few minutes."], "Profile");
    }
}
