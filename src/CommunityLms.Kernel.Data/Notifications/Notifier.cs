using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CommunityLms.Kernel.Data.Notifications;

/// <summary>Writes news for people who want it in the app, and mail for those who want it by mail.</summary>
internal sealed class Notifier(KernelDbContext db, NotificationMail mail, ICurrentTenant tenant, IMemoryCache cache, TimeProvider clock) : INotifier, IScopedDependency
{
    private const int Batch = 500;
    private const int MaxArg = 200;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task Notify(IReadOnlyCollection<Guid> accountIds, NotificationKind kind, string url, CancellationToken cancel, params string[] args)
    {
        string[] shortArgs = [.. args.Select(a => a.Length <= MaxArg ? a : a[..(MaxArg - 1)] + "…")];
        foreach (var batch in accountIds.Distinct().Chunk(Batch))
        {
            var choices = await db.NotificationChoices.AsNoTracking().Where(c => c.Kind == kind.Name && batch.Contains(c.AccountId)).ToDictionaryAsync(c => c.AccountId, cancel);
            await Tell([.. batch.Where(id => choices.GetValueOrDefault(id)?.InApp ?? true)], kind, url, shortArgs, cancel);
            await mail.Send([.. batch.Where(id => choices.GetValueOrDefault(id)?.ByMail ?? kind.MailByDefault)], kind, url, shortArgs, cancel);
        }
    }

    private async Task Tell(Guid[] accounts, NotificationKind kind, string url, string[] args, CancellationToken cancel)
    {
        var written = JsonSerializer.Serialize(args, Json);
        var now = clock.GetUtcNow().UtcDateTime;
        db.Notifications.AddRange(accounts.Select(account => new Notification { AccountId = account, Kind = kind.Name, Args = written, Url = url, At = now }));
        await db.SaveChangesAsync(cancel);
        foreach (var account in accounts)
            cache.Remove(NotificationInbox.CountKey(tenant.Id, account));
    }
}
