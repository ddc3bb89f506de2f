using CommunityLms.Institutes.Accounts;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Institutes.Areas.Account.Pages;

[OpenToVisitors("Signing out twice does no harm.")]
internal sealed class SignOutModel(SignInManager<Accounts.Account> signIn) : LmsPageModel
{
    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return Done(L["You are signed out."], "SignIn");
    }
}
