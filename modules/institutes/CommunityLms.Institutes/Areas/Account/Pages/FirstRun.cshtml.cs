using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Accounts.Setup;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CommunityLms.Institutes.Areas.Account.Pages;

[OpenToVisitors("There is no account yet; the code from the log stands for a sign-in."), EnableRateLimiting(AccountSetup.GuessLimit)]
internal sealed class FirstRunModel(FirstRun firstRun, FirstRunCode code) : LmsPageModel
{
    [BindProperty]
    public FirstRunInput Input { get; set; } = new();

    public IActionResult OnGet()
    {
        if (!code.IsOpen)
            return NotFound();
        Input.SiteAddress = $"{Request.Scheme}://{Request.Host}";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await firstRun.Handle(Input, cancel);
        return LocalRedirect("/");
    }
}
