using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace CommunityLms.Institutes.Accounts.Passwords;

internal sealed class ChangePasswordInput
{
    [Required, StringLength(AccountRules.LongestPassword), DataType(DataType.Password), Display(Name = "Current password")]
    public string CurrentPassword { get; set; } = "";

    [Required, StringLength(AccountRules.LongestPassword, MinimumLength = AccountRules.ShortestPassword), DataType(DataType.Password), Display(Name = "New password")]
    public string Password { get; set; } = "";
}

/// <summary>Changes one's own password; every other browser signed in with the account is signed out within minutes.</summary>
internal sealed class ChangePassword(SignInManager<Account> signIn, AccountJournal journal, ICurrentUser user) : IScopedDependency
{
    /// <exception cref="RuleBroken">The current password is wrong, or the new one too weak.</exception>
    public async Task Handle(ChangePasswordInput input, CancellationToken cancel)
    {
        var account = await signIn.UserManager.FindByIdAsync(user.Actor?.AccountId.ToString() ?? "") ?? throw new RecordMissing("account");
        (await signIn.UserManager.ChangePasswordAsync(account, input.CurrentPassword, input.Password)).EnsureTaken();
        await signIn.RefreshSignInAsync(account);
        await journal.PasswordChanged(account, byMail: false, cancel);
    }
}
