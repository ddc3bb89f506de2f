using System.Globalization;
using CommunityLms.Kernel.Data.Changes;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Web.KeptPages;

/// <summary>
/// A page people open again and again, which says nothing but what stands in the database: it is kept as it was sent and sent once more to
/// the same browser, until anything is saved in the institute (<see cref="ChangeCounts"/>). Whether its reader may see it is asked each time.
/// </summary>
/// <remarks>
/// Words such as "today" and figures that depend on the time may be as old as <see cref="ChangeCounts.Lifetime"/>. Who asks for a fresh page
/// (the reload button), who has just sent a form and who has still to read what was done always gets one.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptWhileNothingChangesAttribute : Attribute, IOutputCachePolicy
{
    /// <summary>With the cookies as a part of its name a page belongs to one sign-in in one browser, as do the tokens in its forms.</summary>
    private static readonly string[] s_differsBy = ["Cookie", "Accept-Language", "Accept-Encoding", "HX-Request"];

    ValueTask IOutputCachePolicy.CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) || PageKeeping.NeedsFresh(http.Request))
            return ValueTask.CompletedTask;
        var services = http.RequestServices;
        var changes = services.GetRequiredService<ChangeCounts>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcTicks / changes.Lifetime.Ticks;
        context.EnableOutputCaching = context.AllowCacheStorage = true;
        // Several who ask for a kept page at once wait for the one that makes it; who wants it fresh doesn't.
        context.AllowCacheLookup = context.AllowLocking = http.Request.Headers.CacheControl.Count == 0;
        context.ResponseExpirationTimeSpan = changes.Lifetime;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = s_differsBy;
        context.CacheVaryByRules.VaryByValues["data"] = string.Create(CultureInfo.InvariantCulture, $"{changes.Of(services.GetRequiredService<ICurrentTenant>().Id)} {now}");
        return ValueTask.CompletedTask;
    }

    ValueTask IOutputCachePolicy.ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    ValueTask IOutputCachePolicy.ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
