using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Notifications;

namespace CommunityLms.Kernel.Data.Mailing;

/// <summary>Puts mail into the queue from which <see cref="MailSender"/> sends.</summary>
internal sealed class Mailer(KernelDbContext db, MailSignal signal, TimeProvider clock) : IMailer, IScopedDependency
{
    public async Task Send(Mail mail, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.Mails.Add(new() { To = mail.To, Subject = OneLine(mail.Subject), Text = mail.Text, WrittenAt = now, NextAttemptAt = now });
        await db.SaveChangesAsync(cancel);
        signal.Wake();
    }

    /// <summary>A line break in a subject would begin another header.</summary>
    private static string OneLine(string subject)
    {
        var line = subject.ReplaceLineEndings(" ");
        return line.Length <= OutgoingMail.MaxSubject ? line : line[..(OutgoingMail.MaxSubject - 1)] + "…";
    }
}

internal sealed class MailSignal : Signal, ISingletonDependency;
