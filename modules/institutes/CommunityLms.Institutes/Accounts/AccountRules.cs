using CommunityLms.Kernel.Domain;
using Microsoft.AspNetCore.Identity;

namespace CommunityLms.Institutes.Accounts;

internal static class AccountRules
{
    public const int ShortestPassword = 10;
    public const int LongestPassword = 200;
    public const int DifferentCharacters = 4;

    public static readonly Rule SignInRefused = new("The e-mail address or the password is wrong. Check both, or set a new password.");
    public static readonly Rule LockedForAMinute = new("Too many attempts went wrong. Try again in a minute.");
    public static readonly Rule Locked = new("Too many attempts went wrong. Try again in {0} minutes, or set a new password.");
    public static readonly Rule WeakPassword = new("The password needs {0} characters at the least, {1} of them different.", "Password");
    public static readonly Rule WrongPassword = new("This is not your current password.", "CurrentPassword");
    public static readonly Rule LinkUsedUp = new("The link has expired or was used already. Ask for a new one.");
    public static readonly Rule AddressTaken = new("An account with this e-mail address exists already.", "Email");
    public static readonly Rule NoSiteAddress = new("The address of this site isn't set yet, so no mail with a link can be written. Ask whoever looks after the installation to set it.");

    /// <summary>Says in our words why Identity didn't take a change.</summary>
    /// <exception cref="RuleBroken">The password, address or link wasn't taken.</exception>
    public static void EnsureTaken(this IdentityResult result)
    {
        if (result.Succeeded)
            return;
        var code = result.Errors.First().Code;
        throw code switch
        {
            nameof(IdentityErrorDescriber.PasswordTooShort) or nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => new RuleBroken(WeakPassword, ShortestPassword, DifferentCharacters),
            nameof(IdentityErrorDescriber.PasswordMismatch) => new RuleBroken(WrongPassword),
            nameof(IdentityErrorDescriber.InvalidToken) => new RuleBroken(LinkUsedUp),
            nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => new RuleBroken(AddressTaken),
            nameof(IdentityErrorDescriber.ConcurrencyFailure) => new ChangedMeanwhile(nameof(Account)),
            _ => new InvalidOperationException($"The account could not be saved: {code}."),
        };
    }
}
