using System.Text.Json;
using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CommunityLms.Kernel.Data.Notifications;

internal sealed class NotificationInbox(KernelDbContext db, NotificationKinds kinds, ICurrentTenant tenant, ICurrentUser user, IMemoryCache cache, TimeProvider clock)
    : INotificationInbox, IScopedDependency
{
    private static readonly TimeSpan CountKept = TimeSpan.FromSeconds(5);

    /// <summary>Nobody has no account, and so no news.</summary>
    private Guid Account => user.Actor?.AccountId ?? Guid.Empty;

    private IQueryable<Notification> Own
    {
        get
        {
            var account = Account;
            return db.Notifications.AsNoTracking().Where(n => n.AccountId == account);
        }
    }

    public static string CountKey(Guid? tenantId, Guid accountId) => $"unread:{tenantId}:{accountId}";

    public Task<int> CountUnread(CancellationToken cancel) => cache.GetOrCreateAsync(CountKey(tenant.Id, Account), entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = CountKept;
        return Own.CountAsync(n => n.ReadAt == null, cancel);
    });

    public async Task<Page<NotificationRow>> List(PageRequest page, CancellationToken cancel)
    {
        var found = await Own.ToPage(n => n.At, n => n.Id, page, cancel, descending: true);
        return new([.. found.Items.Select(n => new NotificationRow(n.Id, kinds.Text(n.Kind, JsonSerializer.Deserialize<string[]>(n.Args)!), n.Url, n.At, n.ReadAt is not null))], found.Next);
    }

    public async Task<bool> MarkRead(Guid notificationId, CancellationToken cancel)
    {
        var one = Own.Where(n => n.Id == notificationId);
        await Mark(one, cancel);
        return await one.AnyAsync(cancel);
    }

    public Task MarkAllRead(CancellationToken cancel) => Mark(Own, cancel);

    public async Task<IReadOnlyList<NotificationPreference>> Preferences(CancellationToken cancel)
    {
        var account = Account;
        var chosen = await db.NotificationChoices.AsNoTracking().Where(c => c.AccountId == account).ToDictionaryAsync(c => c.Kind, cancel);
        return [.. kinds.All.Select(k => new NotificationPreference(
            k.Name, kinds.DisplayName(k), chosen.GetValueOrDefault(k.Name)?.InApp ?? true, chosen.GetValueOrDefault(k.Name)?.ByMail ?? k.MailByDefault))];
    }

    public async Task Prefer(string kind, bool inApp, bool byMail, CancellationToken cancel)
    {
        var account = user.Actor?.AccountId ?? throw new InvalidOperationException("A choice is a person's, but nobody is signed in.");
        if (kinds.All.All(k => k.Name != kind))
            throw new RecordMissing("kind of news");
        var choice = await db.NotificationChoices.SingleOrDefaultAsync(c => c.AccountId == account && c.Kind == kind, cancel);
        if (choice is null)
            db.NotificationChoices.Add(choice = new() { AccountId = account, Kind = kind });
        (choice.InApp, choice.ByMail) = (inApp, byMail);
        await db.SaveChangesAsync(cancel);
    }

    private async Task Mark(IQueryable<Notification> rows, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await rows.Where(n => n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancel);
        cache.Remove(CountKey(tenant.Id, Account));
    }
}
