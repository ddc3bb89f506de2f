using System.Security.Claims;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CommunityLms.Institutes.Accounts;

/// <summary>Writes into the sign-in who the account is in an institute.</summary>
internal sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options, Memberships memberships) : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    /// <summary>The account at work in one institute.</summary>
    /// <param name="instituteId">Null for an account that is nobody anywhere.</param>
    /// <returns>Null where the account doesn't belong to the institute any more.</returns>
    public async Task<ClaimsPrincipal?> In(Guid? instituteId, Account account)
    {
        var all = await memberships.Of(account.Id, CancellationToken.None);
        return instituteId is null || all.Any(m => m.InstituteId == instituteId)
            ? new(await Identify(account, all.FirstOrDefault(m => m.InstituteId == instituteId)))
            : null;
    }

    /// <summary>In the institute it was last in.</summary>
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var all = await memberships.Of(user.Id, CancellationToken.None);
        return await Identify(user, all.FirstOrDefault(m => m.InstituteId == user.LastInstituteId) ?? (all.Count > 0 ? all[0] : null));
    }

    private async Task<ClaimsIdentity> Identify(Account account, Membership? membership)
    {
        var identity = await base.GenerateClaimsAsync(account);
        identity.AddClaim(new(LmsClaims.DisplayName, membership?.Name.Written ?? account.DisplayName));
        if (account.IsHostAdministrator)
            identity.AddClaim(new(LmsClaims.HostAdministrator, "true"));
        if (membership is not null)
        {
            identity.AddClaim(new(LmsClaims.Institute, membership.InstituteId.ToString()));
            identity.AddClaim(new(LmsClaims.Person, membership.PersonId.ToString()));
        }
        return identity;
    }
}
