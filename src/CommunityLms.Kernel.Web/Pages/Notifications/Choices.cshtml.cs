using CommunityLms.Kernel.Data.Notifications;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Kernel.Web.Pages.Notifications;

/// <summary>Which kinds of news reach the person, and how.</summary>
[OpenToAccounts("Everyone chooses for themselves.")]
public sealed class ChoicesModel(INotificationInbox inbox) : LmsPageModel
{
    public IReadOnlyList<NotificationPreference> Preferences { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Preferences = await inbox.Preferences(cancel);

    public async Task<IActionResult> OnPostAsync(string[] inApp, string[] byMail, CancellationToken cancel)
    {
        foreach (var preference in await inbox.Preferences(cancel))
        {
            var (here, mail) = (inApp.Contains(preference.Kind), byMail.Contains(preference.Kind));
            if ((here, mail) != (preference.InApp, preference.ByMail))
                await inbox.Prefer(preference.Kind, here, mail, cancel);
        }
        return Done(L["Your choice is kept."], "Choices");
    }
}
