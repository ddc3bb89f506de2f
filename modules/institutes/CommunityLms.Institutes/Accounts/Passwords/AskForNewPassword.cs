using System.ComponentModel.DataAnnotations;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Institutes.Accounts.Passwords;

internal sealed class AskForNewPasswordInput
{
    [Required, StringLength(256), EmailAddress, Display(Name = "E-mail address")]
    public string Email { get; set; } = "";
}

/// <summary>Mails a link with which a new password can be set. Whoever asks learns nothing about whether the address has an account.</summary>
internal sealed class AskForNewPassword(UserManager<Account> accounts, SiteLinks links, IMailer mailer, IStringLocalizer<InstitutesModule> texts) : IScopedDependency
{
    public const string Page = "/account/reset-password";

    /// <exception cref="RuleBroken">Nobody has set the address of this site.</exception>
    public async Task Handle(AskForNewPasswordInput input, CancellationToken cancel)
    {
        var account = await accounts.FindByEmailAsync(input.Email.Trim());
        // The link is made for everybody, so that what goes wrong, and the time taken, are the same for everybody.
        var whose = account ?? new Account(input.Email, "");
        var link = await links.To(Page, new Dictionary<string, string?> { ["account"] = whose.Id.ToString("N"), ["token"] = await accounts.GeneratePasswordResetTokenAsync(whose) }, cancel);
        if (account?.Email is not { } address)
            return;
        await mailer.Send(new(address, texts["Set a new password"], string.Join("\n\n",
            texts["Hello {0},", account.DisplayName],
            texts["With this link you can set a new password within {0} hours:", AccountSetup.LinkHours],
            link,
            texts["If you didn't ask for it, nothing needs to be done: your password stays as it is."])), cancel);
    }
}
