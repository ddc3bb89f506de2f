using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Institutes.Accounts.Addresses;

internal sealed class AskForNewAddressInput
{
    [Required, StringLength(256), EmailAddress, Display(Name = "New e-mail address")]
    public string Email { get; set; } = "";

    [Required, StringLength(AccountRules.LongestPassword), DataType(DataType.Password), Display(Name = "Current password")]
    public string CurrentPassword { get; set; } = "";
}

/// <summary>
/// Mails a link to the address one wants to sign in with from now on, and a note to the one in use. Nothing changes before the link is followed.
/// Whether the address belongs to another account is told only to whoever reads its mail.
/// </summary>
internal sealed class AskForNewAddress(UserManager<Account> accounts, SiteLinks links, IMailer mailer, ICurrentUser user, IStringLocalizer<InstitutesModule> texts) : IScopedDependency
{
    public const string Page = "/account/confirm-address";

    private static readonly Rule SameAddress = new("You sign in with this address already.", "Email");

    /// <exception cref="RuleBroken">The password is wrong, the address is the one in use, or nobody has set the address of this site.</exception>
    public async Task Handle(AskForNewAddressInput input, CancellationToken cancel)
    {
        var account = await accounts.FindByIdAsync(user.Actor?.AccountId.ToString() ?? "") ?? throw new RecordMissing("account");
        if (!await accounts.CheckPasswordAsync(account, input.CurrentPassword))
            throw new RuleBroken(AccountRules.WrongPassword);
        var (address, former) = (input.Email.Trim(), account.Email!);
        if (accounts.NormalizeEmail(address) == account.NormalizedEmail)
            throw new RuleBroken(SameAddress);
        var link = await links.To(Page, new Dictionary<string, string?>
        {
            ["account"] = account.Id.ToString("N"), ["email"] = address, ["token"] = await accounts.GenerateChangeEmailTokenAsync(account, address),
        }, cancel);
        await mailer.Send(new(address, texts["Confirm your new address"], string.Join("\n\n",
            texts["Hello {0},", account.DisplayName],
            texts["With this link you confirm within {0} hours that you want to sign in with this address from now on:", AccountSetup.LinkHours],
            link,
            texts["If you didn't ask for it, nothing needs to be done: nothing changes."])), cancel);
        await mailer.Send(new(former, texts["Your address is about to change"], string.Join("\n\n",
            texts["Hello {0},", account.DisplayName],
            texts["Somebody who knows your password asked to sign in with {0} from now on. It happens once that address is confirmed.", address],
            texts["If it wasn't you, change your password at once: the link holds no longer then."])), cancel);
    }
}
