using CommunityLms.Kernel.Data.Mailing;
using CommunityLms.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>Removes what nobody needs any more, so that queues and history stay small. At night in China.</summary>
internal sealed class CleanUp(KernelDbContext db, TimeProvider clock) : IRecurringJob
{
    private const int Steps = 4;
    private static readonly TimeSpan InboxKept = TimeSpan.FromDays(7);
    private static readonly TimeSpan MailKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan JobsKept = TimeSpan.FromDays(90);

    public string Title => "Remove what is no longer needed";

    public string Cron => "0 30 18 * * ?";

    public async Task Run(IJobContext job, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (inboxFrom, mailFrom, jobsFrom) = (now - InboxKept, now - MailKept, now - JobsKept);
        await job.Report(0, Steps, "Removing receipts of old events", cancel);
        // A dead letter that is sent again must not reach the handlers that had it.
        await db.Inbox.Where(e => e.HandledAt < inboxFrom && !db.Outbox.Any(m => m.Id == e.MessageId)).ExecuteDeleteAsync(cancel);
        await job.Report(1, Steps, "Removing mails sent long ago", cancel);
        await db.Mails.Where(m => m.State == MailState.Sent && m.WrittenAt < mailFrom).ExecuteDeleteAsync(cancel);
        await job.Report(2, Steps, "Removing old jobs from the history", cancel);
        await db.Jobs.Where(j => j.FinishedAt != null && j.FinishedAt < jobsFrom).ExecuteDeleteAsync(cancel);
        await job.Report(3, Steps, "Counting the tables anew", cancel);
        await db.Database.CountTables(cancel);
        await job.Report(Steps, Steps, "Done", cancel);
    }
}
