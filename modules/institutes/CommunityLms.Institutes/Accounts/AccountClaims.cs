using System.Security.Claims;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CommunityLms.Institutes.Accounts;

/// <summary>Writes into the sign-in who the account is in the institute it was last in.</summary>
internal sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options, Memberships memberships) : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var all = await memberships.Of(user.Id, CancellationToken.None);
        var current = all.FirstOrDefault(m => m.InstituteId == user.LastInstituteId) ?? (all.Count > 0 ? all[0] : null);
        identity.AddClaim(new(LmsClaims.DisplayName, current?.PersonName ?? user.DisplayName));
        if (user.IsHostAdministrator)
            identity.AddClaim(new(LmsClaims.HostAdministrator, "true"));
        if (current is not null)
        {
            identity.AddClaim(new(LmsClaims.Institute, current.InstituteId.ToString()));
            identity.AddClaim(new(LmsClaims.Person, current.PersonId.ToString()));
        }
        return identity;
    }
}
