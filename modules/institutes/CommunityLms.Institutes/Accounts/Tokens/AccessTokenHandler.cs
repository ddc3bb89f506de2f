using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CommunityLms.Institutes.Accounts.Tokens;

/// <summary>Signs a call to the API in with <c>Authorization: Bearer lms_…</c> (RFC 6750).</summary>
internal sealed class AccessTokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccountsDbContext db, Memberships memberships)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    /// <summary>Lets people and scanners recognise a token that got lost.</summary>
    public const string Prefix = "lms_";

    private static readonly TimeSpan LastUseResolution = TimeSpan.FromHours(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || header is not { Scheme: SchemeName, Parameter: { } secret } || !secret.StartsWith(Prefix, StringComparison.Ordinal))
            return AuthenticateResult.Fail("There is no access token in the header.");
        var cancel = Context.RequestAborted;
        var (hash, now) = (Secret.HashOf(secret), TimeProvider.GetUtcNow().UtcDateTime);
        var found = await (
            from token in db.AccessTokens
            where token.SecretHash == hash && token.RevokedAt == null && token.ExpiresAt > now
            join account in db.Users on token.AccountId equals account.Id
            select new { token.Id, token.AccountId, token.InstituteId, token.Scope, token.LastUsedAt, account.UserName, account.IsHostAdministrator }).SingleOrDefaultAsync(cancel);
        if (found is null)
            return AuthenticateResult.Fail("The access token is unknown, has expired or was revoked.");
        if ((await memberships.Of(found.AccountId, cancel)).FirstOrDefault(m => m.InstituteId == found.InstituteId) is not { } membership)
            return AuthenticateResult.Fail("The access token's account has left the institute.");
        if (found.LastUsedAt is not { } last || now - last >= LastUseResolution)
            await db.AccessTokens.Where(t => t.Id == found.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), cancel);
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, found.AccountId.ToString()),
            new(ClaimTypes.Name, found.UserName ?? ""),
            new(LmsClaims.DisplayName, membership.Name.Written),
            new(LmsClaims.Institute, membership.InstituteId.ToString()),
            new(LmsClaims.Person, membership.PersonId.ToString()),
            .. found.Scope.Split(' ').Select(permission => new Claim(LmsClaims.TokenScope, permission)),
        ];
        if (found.IsHostAdministrator)
            claims.Add(new(LmsClaims.HostAdministrator, "true"));
        return AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = $"{SchemeName} error=\"invalid_token\"";
        return Task.CompletedTask;
    }
}
