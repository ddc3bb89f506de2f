using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Institutes.Accounts.Sessions;

internal sealed class SignInInput
{
    [Required, StringLength(256), EmailAddress, Display(Name = "E-mail address")]
    public string Email { get; set; } = "";

    [Required, StringLength(AccountRules.LongestPassword), DataType(DataType.Password), Display(Name = "Password")]
    public string Password { get; set; } = "";

    [Display(Name = "Keep me signed in on this device")]
    public bool StaySignedIn { get; set; }
}

/// <summary>Signs in with address and password, into the institute the person was last in.</summary>
internal sealed class SignIn(SignInManager<Account> signIn, Memberships memberships, UnknownAddresses unknown, AccountJournal journal, TimeProvider clock, ILogger<SignIn> log) : IScopedDependency
{
    /// <exception cref="RuleBroken">Address or password is wrong, or there were too many attempts.</exception>
    public async Task Handle(SignInInput input, CancellationToken cancel)
    {
        if (await signIn.UserManager.FindByEmailAsync(input.Email.Trim()) is not { } account)
        {
            // The work of checking a password, so that the time taken doesn't tell either.
            signIn.UserManager.PasswordHasher.HashPassword(new(), input.Password);
            log.LogInformation("A sign-in failed: no such account");
            throw unknown.Fail(input.Email.Trim()) is { } locked ? LockedUntil(locked) : new RuleBroken(AccountRules.SignInRefused);
        }
        var result = await signIn.CheckPasswordSignInAsync(account, input.Password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            log.LogWarning("Refused: sign-in to account {Account}, {Reason}", account.Id, result.IsLockedOut ? "locked out" : "wrong password");
            await journal.SignIn(account, result.IsLockedOut ? SignInOutcome.LockedOut : SignInOutcome.WrongPassword, cancel);
            throw result.IsLockedOut ? LockedUntil(account.LockoutEnd ?? clock.GetUtcNow()) : new RuleBroken(AccountRules.SignInRefused);
        }
        await Enter(account, cancel);
        await signIn.SignInAsync(account, input.StaySignedIn);
        await journal.SignIn(account, SignInOutcome.SignedIn, cancel);
    }

    private async Task Enter(Account account, CancellationToken cancel)
    {
        var all = await memberships.Of(account.Id, cancel);
        if (all.Count == 0 || all.Any(m => m.InstituteId == account.LastInstituteId))
            return;
        account.LastInstituteId = all[0].InstituteId;
        (await signIn.UserManager.UpdateAsync(account)).EnsureTaken();
    }

    private RuleBroken LockedUntil(DateTimeOffset end)
    {
        var minutes = (int)Math.Ceiling((end - clock.GetUtcNow()).TotalMinutes);
        return minutes > 1 ? new(AccountRules.Locked, minutes) : new(AccountRules.LockedForAMinute);
    }
}
