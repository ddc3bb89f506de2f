using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace CommunityLms.Institutes.Accounts.Addresses;

internal sealed class ConfirmNewAddressInput
{
    public Guid Account { get; set; }

    [Required, StringLength(256), EmailAddress]
    public string Email { get; set; } = "";

    [Required, StringLength(2000)]
    public string Token { get; set; } = "";
}

/// <summary>Signs in with a new address from now on, by the link that was mailed to it. Other browsers are signed out within minutes.</summary>
internal sealed class ConfirmNewAddress(SignInManager<Account> signIn, ICurrentUser user) : IScopedDependency
{
    /// <returns>Whether the account is signed in here.</returns>
    /// <exception cref="RuleBroken">The link has expired or was used, or the address belongs to another account.</exception>
    public async Task<bool> Handle(ConfirmNewAddressInput input)
    {
        var account = await signIn.UserManager.FindByIdAsync(input.Account.ToString()) ?? throw new RuleBroken(AccountRules.LinkUsedUp);
        // The name is the address; the one save below takes both, and neither where the link doesn't hold.
        account.UserName = input.Email;
        (await signIn.UserManager.ChangeEmailAsync(account, input.Email, input.Token)).EnsureTaken();
        if (user.Actor?.AccountId != account.Id)
            return false;
        await signIn.RefreshSignInAsync(account);
        return true;
    }
}
