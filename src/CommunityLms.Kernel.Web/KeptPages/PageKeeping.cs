using CommunityLms.Kernel.Data.Changes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Web.KeptPages;

/// <summary>Lays the way of kept pages (<see cref="KeptWhileNothingChangesAttribute"/>) behind the question who may see them.</summary>
internal static class PageKeeping
{
    private const long MostBytes = 32 << 20;

    /// <summary>A page, compressed, is a tenth of it; what is larger is a file on its way.</summary>
    private const long MostBytesOfOne = 256 << 10;

    private const string HasSent = "lms-sent";

    public static IServiceCollection AddKeptPages(this IServiceCollection services) => services
        .AddOutputCache(o => (o.SizeLimit, o.MaximumBodySize) = (MostBytes, MostBytesOfOne))
        .AddSingleton<CookieTempDataProvider>()
        .AddSingleton<ITempDataProvider, SparingTempData>();

    public static IApplicationBuilder UseKeptPages(this IApplicationBuilder app) => app
        .Use(RememberSenders)
        // Compressed before it is kept, so that it is compressed once.
        .UseWhen(http => http.GetEndpoint()?.Metadata.GetMetadata<KeptWhileNothingChangesAttribute>() is not null, pages => pages.UseOutputCache().UseResponseCompression());

    /// <summary>
    /// Whether this browser must see the data as they are: it has changed something, and its next request may come to a node that hasn't been
    /// told yet; or it is still to be told what was done.
    /// </summary>
    public static bool NeedsFresh(HttpRequest request) => request.Cookies.ContainsKey(HasSent) || request.Cookies.ContainsKey(CookieTempDataProvider.CookieName);

    private static Task RememberSenders(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && http.Request.Cookies.Count > 0)
            http.Response.Cookies.Append(HasSent, "1", new() { MaxAge = http.RequestServices.GetRequiredService<ChangeCounts>().Lifetime, HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps });
        return next(http);
    }
}
