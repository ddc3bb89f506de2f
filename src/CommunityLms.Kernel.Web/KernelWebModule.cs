using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web.Api;
using CommunityLms.Kernel.Web.Errors;
using CommunityLms.Kernel.Web.Hosting;
using CommunityLms.Kernel.Web.KeptPages;
using CommunityLms.Kernel.Web.Localization;
using CommunityLms.Kernel.Web.Operations;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Kernel.Web.Uploads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CommunityLms.Kernel.Web;

/// <summary>The web shell: pages, navigation, languages, errors, the API's common ground.</summary>
[DependsOn(typeof(KernelDataModule))]
public sealed class KernelWebModule : LmsModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        AddTexts(services);
        AddSecurity(services, context.Configuration.GetSection("Api").Get<ApiLimits>() ?? new());
        services.AddProxies(context.Configuration);
        services.AddRazorPages().AddMvcOptions(mvc =>
        {
            mvc.Filters.Add<RuleBrokenFilter>();
            mvc.Filters.Add<ForgedForms>();
            mvc.ModelMetadataDetailsProviders.Add(new ValidationTexts());
        }).AddViewOptions(o => o.HtmlHelperOptions.ClientValidationEnabled = false).AddDataAnnotationsLocalization(o => o.DataAnnotationLocalizerProvider = (type, factory) => factory.Create(type));
        // Chinese is written as Chinese, not as numbered entities: half the bytes, and readable source.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.AddKeptPages();
        services.AddProblemDetails(o => o.CustomizeProblemDetails = ProblemWords.Say).AddExceptionHandler<ProblemWriter>();
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.ReadStrictly());
        services.AddLmsApiDescription();
        services.AddLmsHealth().AddLmsMetrics(context.Configuration);
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        services.ConfigureOptions<UploadLimits>();
    }

    private static void AddTexts(IServiceCollection services)
    {
        services.AddSingleton(provider => new Translations([typeof(KernelWebModule).Assembly, .. provider.GetRequiredService<ModuleCatalog>().Modules.Where(m => m.Assembly is not null).Select(m => m.Assembly!)]));
        services.AddSingleton<IStringLocalizerFactory>(provider => provider.GetRequiredService<Translations>());
        services.AddTransient(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));
        services.Configure<RequestLocalizationOptions>(CultureSetup.Configure);
        services.AddOptions<MvcOptions>().Configure<IStringLocalizer<ShellTexts>>((mvc, texts) =>
            ValidationTexts.Configure(mvc.ModelBindingMessageProvider, (key, args) => texts[key, [.. args.Select(a => a ?? "")]]));
    }

    private static void AddSecurity(IServiceCollection services, ApiLimits api)
    {
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        // What declares no permission is refused, so that a forgotten attribute is noticed at once.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddAntiforgery(o => (o.HeaderName, o.Cookie.SecurePolicy) = ("X-CSRF-TOKEN", CookieSecurePolicy.SameAsRequest));
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (refused, _) =>
            {
                // Whole seconds (RFC 9110, 10.2.3).
                if (refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    refused.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limits.AddPolicy(ApiEndpoints.RateLimit, http => RateLimitPartition.GetTokenBucketLimiter(
                http.User.ToActor()?.AccountId.ToString() ?? http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new() { TokenLimit = api.CallsAtOnce, TokensPerPeriod = api.CallsPerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 }));
        });
    }
}
