using System.Net;
using System.Net.Mail;
using System.Text;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Settings;

namespace CommunityLms.Kernel.Data.Mailing;

/// <summary>Hands one mail to the server that the settings name.</summary>
internal sealed class SmtpPost(ISettings settings, MailOptions options) : IScopedDependency
{
    /// <summary>Whether there is a server to hand it to.</summary>
    public async Task<bool> IsSetUp(CancellationToken cancel) =>
        (await settings.Get(MailSettings.Host, cancel)).Length > 0 && (await settings.Get(MailSettings.From, cancel)).Length > 0;

    /// <exception cref="SmtpException">The server doesn't take it, or can't be reached.</exception>
    /// <exception cref="FormatException">The address is none.</exception>
    /// <exception cref="TimeoutException">The server took too long.</exception>
    public async Task Send(OutgoingMail mail, CancellationToken cancel)
    {
        using var client = new SmtpClient(await settings.Get(MailSettings.Host, cancel), await settings.Get(MailSettings.Port, cancel))
        {
            EnableSsl = await settings.Get(MailSettings.Security, cancel) == MailSettings.StartTls,
            DeliveryFormat = SmtpDeliveryFormat.SevenBit,
        };
        if (await settings.Get(MailSettings.UserName, cancel) is { Length: > 0 } name)
            client.Credentials = new NetworkCredential(name, await settings.Get(MailSettings.Password, cancel));
        using var message = new MailMessage(await settings.Get(MailSettings.From, cancel), mail.To, mail.Subject, mail.Text)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        // The client's own time-out holds for synchronous sending only.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(options.Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException("The mail server took too long.", late);
        }
    }
}
