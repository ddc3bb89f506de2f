using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Accounts.Sessions;
using CommunityLms.Institutes.Accounts.Setup;
using CommunityLms.Institutes.Sample;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CommunityLms.Institutes.Areas.Account.Pages;

[OpenToVisitors("Whoever isn't signed in yet signs in here."), EnableRateLimiting(AccountSetup.GuessLimit)]
internal sealed class SignInModel(SignIn signIn, FirstRunCode firstRun, SampleSignIns samples, TimeProvider clock) : LmsPageModel
{
    private const int LanguageKeptDays = 365;

    public SignInInput Input { get; private set; } = new();

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

    // Bound as a parameter, so that choosing a language asks for no address.
    public async Task<IActionResult> OnPostAsync([FromForm(Name = nameof(Input))] SignInInput input, CancellationToken cancel)
    {
        Input = input;
        await signIn.Handle(input, cancel);
        return GoOn();
    }

    public IActionResult OnPostLanguage(string culture)
    {
        if (Languages.Names.ContainsKey(culture))
            Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new(culture)),
                new() { Expires = clock.GetUtcNow().AddDays(LanguageKeptDays), HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps });
        return RedirectToPage(new { ReturnUrl });
    }

    /// <summary>To where the person wanted to go, if it is here.</summary>
    private LocalRedirectResult GoOn() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
}
