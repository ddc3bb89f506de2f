using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Accounts.Sessions;
using CommunityLms.Institutes.Accounts.Setup;
using CommunityLms.Institutes.Sample;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CommunityLms.Institutes.Areas.Account.Pages;

[OpenToVisitors("Whoever isn't signed in yet signs in here."), EnableRateLimiting(AccountSetup.GuessLimit)]
internal sealed class SignInModel(SignIn signIn, FirstRunCode firstRun, SampleSignIns samples) : LmsPageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<SampleSignIn> Samples { get; private set; } = [];

    public override async Task Prepare(CancellationToken cancel) => Samples = await samples.List();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (firstRun.IsOpen)
            return RedirectToPage("FirstRun");
        if (User.Identity?.IsAuthenticated == true)
            return GoOn();
        await Prepare(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await signIn.Handle(Input, cancel);
        return GoOn();
    }

    /// <summary>To where the person wanted to go, if it is here.</summary>
    private LocalRedirectResult GoOn() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
}
