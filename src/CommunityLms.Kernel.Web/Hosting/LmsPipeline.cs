using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web.Api;
using CommunityLms.Kernel.Web.Areas.Imports;
using CommunityLms.Kernel.Web.Errors;
using CommunityLms.Kernel.Web.Jobs;
using CommunityLms.Kernel.Web.KeptPages;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Operations;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.Uploads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace CommunityLms.Kernel.Web.Hosting;

/// <summary>The order in which a request passes through the host.</summary>
internal static class LmsPipeline
{
    public static void Lay(WebApplication app, ModuleCatalog catalog)
    {
        app.UseProxies();
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseResponseCompression();
        app.UseWhen(context => !context.IsApi(), pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
        // What refuses a call before it reaches an endpoint says nothing by itself; here it becomes a problem.
        app.UseWhen(context => context.IsApi(), api => api.UseStatusCodePages());
        app.UseExceptionHandler();
        app.UseMiddleware<UploadLimitMiddleware>();
        if (PluginParts.Assets(catalog) is { } assets)
            app.UseStaticFiles(new StaticFileOptions { FileProvider = assets });
        app.UseRouting();
        app.UseEnabledModulesOnly(catalog);
        app.UseAuthentication();
        app.UseMiddleware<CurrentPersonMiddleware>();
        app.UseRequestLocalization();
        app.UseMiddleware<ReaderZoneMiddleware>();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseKeptPages();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapLmsHealth();
        app.MapLmsMetrics();
        app.MapJobProgress();
        app.MapImportFiles();
        app.MapApi();
        app.MapOpenApi().WithMetadata(new OpenToVisitorsAttribute("The description of the API holds no data."));
    }
}
