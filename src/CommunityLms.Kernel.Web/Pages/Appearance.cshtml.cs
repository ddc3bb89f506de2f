using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Kernel.Web.Pages;

/// <summary>Takes the shell's switches for language and appearance and goes back to where the person was.</summary>
[OpenToVisitors("A visitor may choose the language of the sign-in page.")]
public sealed class AppearanceModel(ISettings settings, ICurrentUser user) : LmsPageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostThemeAsync(string theme, CancellationToken cancel)
    {
        if (user.Actor is not null)
            await settings.Set(ShellSettings.Theme, SettingLevels.Person, theme, cancel);
        return BackToThePage();
    }

    public async Task<IActionResult> OnPostCultureAsync(string culture, CancellationToken cancel)
    {
        if (!Languages.Names.ContainsKey(culture))
            return BadRequest();
        Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new(culture)),
            new CookieOptions { IsEssential = true, MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, HttpOnly = true });
        if (user.Actor is not null)
            await settings.Set(ShellSettings.Language, SettingLevels.Person, culture, cancel);
        return BackToThePage();
    }
}
