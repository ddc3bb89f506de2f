using System.Security.Claims;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommunityLms.Institutes.Accounts.Sessions;

/// <summary>
/// Looks every few minutes whether a sign-in still holds. It stays in the institute it is in, also when the same account has gone to another
/// one in another browser, and ends when the account has left that institute.
/// </summary>
internal sealed class SessionValidator(IOptions<SecurityStampValidatorOptions> options, SignInManager<Account> signIn, ILoggerFactory logs, AccountClaims claims)
    : SecurityStampValidator<Account>(options, signIn, logs)
{
    /// <summary>Without it the accounts and their tables would be made ready for every request, only to see that it is too early to look.</summary>
    public static Task WhenDue(CookieValidatePrincipalContext context)
    {
        var often = context.HttpContext.RequestServices.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value;
        var now = (often.TimeProvider ?? TimeProvider.System).GetUtcNow();
        return context.Properties.IssuedUtc is { } issued && now - issued <= often.ValidationInterval ? Task.CompletedTask : SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    protected override async Task SecurityStampVerified(Account user, CookieValidatePrincipalContext context)
    {
        Guid? institute = Guid.TryParse(context.Principal?.FindFirstValue(LmsClaims.Institute), out var id) ? id : null;
        if (await claims.In(institute, user) is { } renewed)
        {
            context.ReplacePrincipal(renewed);
            context.ShouldRenew = true;
            return;
        }
        context.RejectPrincipal();
        await SignInManager.SignOutAsync();
    }
}
