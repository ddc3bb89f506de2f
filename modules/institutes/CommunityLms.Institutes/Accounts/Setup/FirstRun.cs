using System.ComponentModel.DataAnnotations;
using CommunityLms.Institutes.Organisation;
using CommunityLms.Kernel.Data.Mailing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Accounts.Setup;

internal sealed class FirstRunInput : NewInstituteInput
{
    [Required, StringLength(40), Display(Name = "Code from the log")]
    public string Code { get; set; } = "";

    [Required, StringLength(AccountRules.LongestPassword, MinimumLength = AccountRules.ShortestPassword), DataType(DataType.Password), Display(Name = "Password")]
    public string Password { get; set; } = "";

    [Required, StringLength(200), Url, Display(Name = "Address of this site")]
    public string SiteAddress { get; set; } = "";
}

/// <summary>Sets up the first institute and its administrator, who looks after the installation as well.</summary>
internal sealed class FirstRun(FirstRunCode code, SignInManager<Account> signIn, SetUpInstitute setUp, ISettings settings, AccountJournal journal) : IScopedDependency
{
    private static readonly Rule NotTheFirst = new("There is an account already. Sign in instead.");

    /// <exception cref="RuleBroken">The code is wrong or used up, or the password too weak.</exception>
    public Task Handle(FirstRunInput input, CancellationToken cancel) => code.Use(input.Code, async () =>
    {
        // Another node may have been first.
        if (await signIn.UserManager.Users.AnyAsync(cancel))
            throw new RuleBroken(NotTheFirst);
        await settings.Set(MailSettings.SiteAddress, SettingLevels.Host, input.SiteAddress.Trim(), cancel);
        var account = new Account(input.Email.Trim(), input.FamilyName.Trim() + input.GivenName.Trim()) { IsHostAdministrator = true };
        (await signIn.UserManager.CreateAsync(account, input.Password)).EnsureTaken();
        try
        {
            account.LastInstituteId = (await setUp.Handle(input, account.Id, cancel)).InstituteId;
        }
        catch
        {
            // Accounts and institutes are saved apart; nothing half-done may close this way in.
            await signIn.UserManager.DeleteAsync(account);
            throw;
        }
        (await signIn.UserManager.UpdateAsync(account)).EnsureTaken();
        await signIn.SignInAsync(account, isPersistent: false);
        await journal.SignIn(account, SignInOutcome.SignedIn, cancel);
    }, cancel);
}
