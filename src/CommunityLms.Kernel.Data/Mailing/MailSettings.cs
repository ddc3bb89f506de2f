using System.Net.Mail;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Settings;

namespace CommunityLms.Kernel.Data.Mailing;

/// <summary>The server that takes the host's mail, set by the host administrator.</summary>
public sealed class MailSettings : ISettingDefinitionProvider
{
    public const string NoEncryption = "none";
    public const string StartTls = "starttls";

    private static readonly Rule NoPort = new("“{0}” is a number from 1 to 65535.");
    private static readonly Rule NoAddress = new("“{0}” is a mail address, for example lms@example.org.");
    private static readonly Rule NoSite = new("“{0}” is a web address, for example https://lms.example.org.");

    public static readonly Setting<string> Host = new("Mail.Host", "Mail server", "", SettingLevels.Host)
    {
        Help = "The name of the server that sends mail. While it is empty, mails wait.",
    };

    public static readonly Setting<int> Port = new("Mail.Port", "Port of the mail server", 587, SettingLevels.Host)
    {
        Check = (port => port is >= 1 and <= 65535, NoPort),
    };

    public static readonly Setting<string> Security = new("Mail.Security", "Encryption to the mail server", StartTls, SettingLevels.Host)
    {
        Choices = new Dictionary<string, string> { [StartTls] = "STARTTLS", [NoEncryption] = "None, only within a trusted network" },
    };

    public static readonly Setting<string> UserName = new("Mail.UserName", "Account at the mail server", "", SettingLevels.Host)
    {
        Help = "Empty where the server asks for none.",
    };

    public static readonly Setting<string> Password = new("Mail.Password", "Password at the mail server", "", SettingLevels.Host) { IsSecret = true };

    public static readonly Setting<string> From = new("Mail.From", "Sender of mails", "", SettingLevels.Host)
    {
        Help = "The address mails come from. While it is empty, mails wait.",
        Check = (address => address.Length == 0 || MailAddress.TryCreate(address, out _), NoAddress),
    };

    public static readonly Setting<string> SiteAddress = new("Mail.SiteAddress", "Address of this site", "", SettingLevels.Host)
    {
        Help = "Links in mails begin with it, for example https://lms.example.org.",
        Check = (address => address.Length == 0 || (Uri.TryCreate(address, UriKind.Absolute, out var site) && site.Scheme is "https" or "http"), NoSite),
    };

    public IEnumerable<Setting> Define() => [Host, Port, Security, UserName, Password, From, SiteAddress];
}
