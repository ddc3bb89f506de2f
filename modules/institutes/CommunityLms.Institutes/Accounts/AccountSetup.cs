using System.Threading.RateLimiting;
using CommunityLms.Institutes.Accounts.Sessions;
using CommunityLms.Institutes.Accounts.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Accounts;

/// <summary>Signing in: ASP.NET Core Identity with a cookie for browsers, and access tokens for programs.</summary>
internal static class AccountSetup
{
    public const string SignInPath = "/account/sign-in";

    /// <summary>The limit on forms by which somebody could guess a password, a code or a link.</summary>
    public const string GuessLimit = "guesses";

    /// <summary>Hours for which a link in a mail holds; an invitation has its own time.</summary>
    public const int LinkHours = 2;

    private const int GuessesPerMinute = 30;
    private const string CookieOrToken = "CommunityLms";

    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.User.RequireUniqueEmail = true;
            // Length counts, not kinds of characters (NIST SP 800-63B, 5.1.1.2).
            identity.Password.RequiredLength = AccountRules.ShortestPassword;
            identity.Password.RequiredUniqueChars = AccountRules.DifferentCharacters;
            identity.Password.RequireNonAlphanumeric = identity.Password.RequireUppercase = identity.Password.RequireLowercase = identity.Password.RequireDigit = false;
            // An address may hold any letter; what is an address is checked by the form.
            identity.User.AllowedUserNameCharacters = "";
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        }).AddEntityFrameworkStores<AccountsDbContext>().AddSignInManager().AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = TimeSpan.FromHours(LinkHours));
        services.AddScoped<AccountClaims>().AddScoped<IUserClaimsPrincipalFactory<Account>>(provider => provider.GetRequiredService<AccountClaims>());
        services.AddScoped<ISecurityStampValidator, SessionValidator>();
        services.Configure<SecurityStampValidatorOptions>(sessions => sessions.ValidationInterval = TimeSpan.FromMinutes(5));
        services.Configure<RateLimiterOptions>(limits => limits.AddPolicy(GuessLimit, http => LimitGuesses(http, configuration.GetValue("Accounts:GuessesPerMinute", GuessesPerMinute))));
        services.AddAuthentication(CookieOrToken)
            // Pages never take a token: it would let a program with few permissions make itself a token with more.
            .AddPolicyScheme(CookieOrToken, displayName: null, policy => policy.ForwardDefaultSelector = http =>
                http.Request.Path.StartsWithSegments("/api") && http.Request.Headers.ContainsKey(nameof(IHeaderDictionary.Authorization)) ? AccessTokenHandler.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, AccessTokenHandler>(AccessTokenHandler.SchemeName, displayName: null, configureOptions: null)
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = SignInPath;
            cookie.AccessDeniedPath = "/error/403";
            cookie.Cookie.Name = "communitylms";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = SessionValidator.WhenDue;
            cookie.Events.OnRedirectToLogin = Unless(StatusCodes.Status401Unauthorized, cookie.Events.OnRedirectToLogin);
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        return services;
    }

    /// <summary>Opening the form costs nothing; an address may send it so many times a minute.</summary>
    private static RateLimitPartition<string> LimitGuesses(HttpContext http, int perMinute) => HttpMethods.IsPost(http.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 })
        : RateLimitPartition.GetNoLimiter("opening");

    /// <summary>A program gets a status code, a person the sign-in page.</summary>
    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> Unless(int status, Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect) => context =>
    {
        if (!context.Request.Path.StartsWithSegments("/api"))
            return redirect(context);
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
