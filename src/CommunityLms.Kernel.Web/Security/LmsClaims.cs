using System.Security.Claims;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Http;

namespace CommunityLms.Kernel.Web.Security;

/// <summary>What a sign-in says about a person; written by the accounts, read by the shell.</summary>
public static class LmsClaims
{
    public const string Institute = "lms:institute";
    public const string Person = "lms:person";

    /// <summary>As it is written in journals, whatever the reader's language.</summary>
    public const string DisplayName = "lms:name";

    public const string HostAdministrator = "lms:host";

    /// <summary>One claim for each permission an access token is limited to.</summary>
    public const string TokenScope = "lms:scope";

    internal static Actor? ToActor(this ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
            return null;
        var scope = user.FindAll(TokenScope).Select(c => c.Value).ToHashSet();
        return new(account, user.FindFirstValue(DisplayName) ?? "?", GuidOf(user, Person), user.HasClaim(c => c.Type == HostAdministrator))
        {
            TokenScope = scope.Count > 0 ? scope : null,
        };
    }

    internal static Guid? GuidOf(this ClaimsPrincipal user, string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}

/// <summary>Makes the signed-in person and the institute current for the rest of the request.</summary>
internal sealed class CurrentPersonMiddleware(RequestDelegate next, ICurrentTenant tenant, ICurrentUser user)
{
    public async Task Invoke(HttpContext context)
    {
        using var _ = tenant.Change(context.User.GuidOf(LmsClaims.Institute));
        using var __ = user.Change(context.User.ToActor());
        await next(context);
    }
}
