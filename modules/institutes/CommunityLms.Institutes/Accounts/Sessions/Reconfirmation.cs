using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace CommunityLms.Institutes.Accounts.Sessions;

/// <summary>Asks for one's own password once more.</summary>
internal sealed class Reconfirmation(SignInManager<Account> signIn, ICurrentUser user) : IReconfirmation, IScopedDependency
{
    public async Task<bool> IsOwnPassword(string? password, CancellationToken cancel) =>
        password is { Length: > 0 and <= AccountRules.LongestPassword } && await signIn.UserManager.FindByIdAsync(user.Actor?.AccountId.ToString() ?? "") is { } account
            && (await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded;
}
