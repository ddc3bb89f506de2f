using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Kernel.Data.Mailing;

/// <summary>Sends waiting mail: one loop a process, each mail claimed by one of them. Neither addresses nor a server's answers, which quote them, reach the log.</summary>
internal sealed class MailSender(IServiceScopeFactory scopes, MailSignal signal, MailOptions options, TimeProvider clock, ILogger<MailSender> log) : WorkLoop(signal, options.LookEvery, clock, log)
{
    private const int Batch = 50;
    private const int FirstPermanentStatus = 500;

    protected override async Task<int> DoBatch(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var post = scope.ServiceProvider.GetRequiredService<SmtpPost>();
        if (!await post.IsSetUp(cancel))
            return 0;
        var db = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        var now = Clock.GetUtcNow().UtcDateTime;
        var due = await db.Mails.AsNoTracking().Where(m => m.State == MailState.Waiting && m.NextAttemptAt <= now).OrderBy(m => m.NextAttemptAt).Take(Batch).ToListAsync(cancel);
        foreach (var mail in due)
            if (await Claim(db, mail, cancel))
                await Send(db, post, mail, cancel);
        return due.Count;
    }

    /// <summary>Whoever moves the next attempt first has the mail, until that moment comes.</summary>
    private async Task<bool> Claim(KernelDbContext db, OutgoingMail mail, CancellationToken cancel)
    {
        var until = Clock.GetUtcNow().UtcDateTime + (options.Patience * 2);
        return await db.Mails.Where(m => m.Id == mail.Id && m.State == MailState.Waiting && m.NextAttemptAt == mail.NextAttemptAt)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, until), cancel) > 0;
    }

    private async Task Send(KernelDbContext db, SmtpPost post, OutgoingMail mail, CancellationToken cancel)
    {
        var row = db.Mails.Where(m => m.Id == mail.Id);
        var attempts = mail.Attempts + 1;
        try
        {
            await post.Send(mail, cancel);
            // Sent is sent, also when the host goes down in this moment.
            await row.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Sent).SetProperty(m => m.Attempts, attempts).SetProperty(m => m.Error, (string?)null), CancellationToken.None);
        }
        catch (Exception fault) when (fault is SmtpException or FormatException or ArgumentException or TimeoutException or InvalidOperationException)
        {
            var final = IsPermanent(fault) || attempts >= options.MaxAttempts;
            Log.LogWarning("Mail {Mail} failed at attempt {Attempt} with {Fault} {Status}; {Next}",
                mail.Id, attempts, fault.GetType().Name, (fault as SmtpException)?.StatusCode, final ? "it is given up" : "it is tried again");
            var next = Clock.GetUtcNow().UtcDateTime + options.PauseAfter(attempts);
            var words = fault.GetBaseException().Message;
            await row.ExecuteUpdateAsync(set => set
                .SetProperty(m => m.State, final ? MailState.Failed : MailState.Waiting)
                .SetProperty(m => m.Attempts, attempts)
                .SetProperty(m => m.NextAttemptAt, next)
                .SetProperty(m => m.Error, words.Length <= OutgoingMail.MaxError ? words : words[..OutgoingMail.MaxError]), cancel);
        }
    }

    /// <summary>An address that is none, or that the server refuses for good (RFC 5321, replies of the 500s).</summary>
    private static bool IsPermanent(Exception fault) =>
        fault is FormatException or ArgumentException || (fault is SmtpFailedRecipientException refused && (int)refused.StatusCode >= FirstPermanentStatus);
}
