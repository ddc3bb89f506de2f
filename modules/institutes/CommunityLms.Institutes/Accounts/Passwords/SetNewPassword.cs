using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using Microsoft.AspNetCore.Identity;

namespace CommunityLms.Institutes.Accounts.Passwords;

internal sealed class SetNewPasswordInput
{
    public Guid Account { get; set; }

    [Required, StringLength(2000)]
    public string Token { get; set; } = "";

    [Required, StringLength(AccountRules.LongestPassword, MinimumLength = AccountRules.ShortestPassword), DataType(DataType.Password), Display(Name = "New password")]
    public string Password { get; set; } = "";
}

/// <summary>Sets a new password with the link from a mail, lifts a lockout and ends every sign-in of the account.</summary>
internal sealed class SetNewPassword(UserManager<Account> accounts, AccountJournal journal) : IScopedDependency
{
    /// <exception cref="RuleBroken">The link has expired or was used, or the password is too weak.</exception>
    public async Task Handle(SetNewPasswordInput input, CancellationToken cancel)
    {
        var account = await accounts.FindByIdAsync(input.Account.ToString()) ?? throw new RuleBroken(AccountRules.LinkUsedUp);
        (await accounts.ResetPasswordAsync(account, input.Token, input.Password)).EnsureTaken();
        (await accounts.SetLockoutEndDateAsync(account, lockoutEnd: null)).EnsureTaken();
        (await accounts.ResetAccessFailedCountAsync(account)).EnsureTaken();
        await journal.PasswordChanged(account, byMail: true, cancel);
    }
}
