using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Accounts.Addresses;
using CommunityLms.Institutes.Accounts.Sessions;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CommunityLms.Institutes.Areas.Account.Pages;

[OpenToAccounts("Everybody changes the own address."), EnableRateLimiting(AccountSetup.GuessLimit)]
internal sealed class AddressModel(OwnAccount own, AskForNewAddress ask) : LmsPageModel
{
    [BindProperty]
    public AskForNewAddressInput Input { get; set; } = new();

    public string Current { get; private set; } = "";

    public override async Task Prepare(CancellationToken cancel) => Current = (await own.Load(cancel)).Email;

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ask.Handle(Input, cancel);
        return Done(L["A link is on its way to {0}. Until you open it and confirm, you sign in as before.", Input.Email.Trim()], "Profile");
    }
}
