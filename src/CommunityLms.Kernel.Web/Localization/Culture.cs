using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Web.Localization;

/// <summary>The person's language, then the institute's, then what the browser asks for.</summary>
internal sealed class PersonCultureProvider : RequestCultureProvider
{
    public override async Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        if (httpContext.RequestServices.GetRequiredService<ICurrentUser>().Actor is null)
            return null;
        var chosen = await httpContext.RequestServices.GetRequiredService<ISettings>().Get(ShellSettings.Language, httpContext.RequestAborted);
        return chosen.Length > 0 ? new(chosen) : null;
    }
}

internal static class CultureSetup
{
    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(Languages.English).AddSupportedCultures([.. Languages.Names.Keys]).AddSupportedUICultures([.. Languages.Names.Keys]);
        // A link in a mail or a test may name the language; a visitor's choice on the sign-in page is kept in a cookie.
        options.RequestCultureProviders = [new QueryStringRequestCultureProvider(), new PersonCultureProvider(), new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
    }
}
