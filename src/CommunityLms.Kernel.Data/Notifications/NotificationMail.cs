using System.Globalization;
using CommunityLms.Kernel.Data.Mailing;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Kernel.Settings;

namespace CommunityLms.Kernel.Data.Notifications;

/// <summary>Writes news as mail, to each person in the language they chose.</summary>
internal sealed class NotificationMail(IMailer mailer, NotificationKinds kinds, ISettings settings, Translations translations, IAccountDirectory? accounts = null) : IScopedDependency
{
    public async Task Send(Guid[] accountIds, NotificationKind kind, string url, string[] args, CancellationToken cancel)
    {
        // Without a module that keeps accounts nobody has an address.
        if (accountIds.Length == 0 || accounts is null)
            return;
        var link = await settings.Get(MailSettings.SiteAddress, cancel) is { Length: > 0 } site ? site.TrimEnd('/') + url : "";
        foreach (var contact in (await accounts.Find(accountIds, cancel)).Values)
            await mailer.Send(Write(contact, kind, link, args), cancel);
    }

    private Mail Write(AccountContact contact, NotificationKind kind, string link, string[] args)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(contact.Culture is { Length: > 0 } chosen ? chosen : Languages.English);
        try
        {
            var own = translations.For(typeof(NotificationMail).Assembly);
            string[] parts = [own["Hello {0},", contact.DisplayName], kinds.Text(kind, args), link, own["You choose on your notifications page which news comes by mail."]];
            return new(contact.Email, kinds.DisplayName(kind), string.Join("\n\n", parts.Where(p => p.Length > 0)));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }
}
