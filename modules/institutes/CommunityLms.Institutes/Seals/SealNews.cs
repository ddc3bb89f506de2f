using System.Globalization;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Events;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Seals;

internal sealed class SealNewsKinds : INotificationKindProvider
{
    public static readonly NotificationKind SealEnds = new("Institutes.SealEnds", "A seal is valid for a few weeks more", "The seal “{0}” of {1} is valid until {2}. Who looks after it: {3}.");
    public static readonly NotificationKind KeepingEnds = new("Institutes.SealKeepingEnds", "Somebody’s time with a seal ends in a few weeks", "{4} keeps the seal “{0}” of {1} until {2}. Who can entrust it anew: {3}.");

    public IEnumerable<NotificationKind> Define() => [SealEnds, KeepingEnds];
}

/// <summary>Looks every day whose end is near.</summary>
internal sealed class LookForEndingSeals(InstitutesDbContext db, ICurrentTenant tenant, TimeProvider clock) : IRecurringJob
{
    public string Title => "Telling of seals that end soon";

    /// <summary>Before the day begins in China.</summary>
    public string Cron => "0 10 22 * * ?";

    public async Task Run(IJobContext job, CancellationToken cancel)
    {
        var today = clock.Today();
        var soon = today.AddDays(SealInfo.WarnedBefore);
        var ending = await db.Seals.IgnoreQueryFilters([Filters.Tenant])
            .Where(s => s.WithdrawnOn == null && ((s.ValidUntil >= today && s.ValidUntil <= soon && (s.ToldOf == null || s.ToldOf != s.ValidUntil)) || s.Keepers.Any(k => k.To >= today && k.To <= soon && k.ToldOn == null)))
            .Select(s => new { s.TenantId, s.Id }).ToListAsync(cancel);
        foreach (var one in ending)
        {
            using var _ = tenant.Change(one.TenantId);
            await db.SaveOnLatest(async () => (await db.Seals.Include(s => s.Keepers).SingleAsync(s => s.Id == one.Id, cancel)).TellOfEnds(today), cancel);
        }
    }
}

/// <summary>Tells the keepers, and those who can renew.</summary>
internal sealed class TellOfEndingSeals(InstitutesDbContext db, IOrganisation organisation, SealRenewers renewers, INotifier notifier, TimeProvider clock) : IIntegrationEventHandler<SealEnds>
{
    public async Task Handle(SealEnds happened, CancellationToken cancel)
    {
        var (seal, today) = (await db.Seals.AsNoTracking().Include(s => s.Keepers).SingleAsync(s => s.Id == happened.SealId, cancel), clock.Today());
        var keeper = seal.Keepers.SingleOrDefault(k => k.Id == happened.KeeperId);
        // Renewed, taken back or withdrawn in the meantime: there is nothing to tell.
        if (seal.WithdrawnOn is not null || (happened.KeeperId is null ? seal.ValidUntil : keeper?.To) is not { } last || last < today)
            return;
        var unit = (await organisation.Tree(cancel)).Find(seal.UnitId)!;
        Guid[] kept = [.. seal.Keepers.Where(k => keeper is null ? k.From <= last && (k.To is null || k.To >= today) : k.Id == keeper.Id).Select(k => k.PersonId).Distinct()];
        var keepers = await db.People.Where(p => kept.Contains(p.Id) && p.ArchivedOn == null).ToListAsync(cancel);
        var renew = await renewers.Of(unit.Id, cancel);
        var kind = keeper is null ? SealNewsKinds.SealEnds : SealNewsKinds.KeepingEnds;
        string[] words = [seal.Name, $"{unit.Name}", last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), string.Join("、", renew.Select(p => p.Name.Written)), string.Join("、", keepers.Select(p => p.Name.Written))];
        await Tell(keepers.Select(p => p.AccountId), "/institutes/grants/mine");
        await Tell(renew.Where(p => !kept.Contains(p.Id)).Select(p => p.AccountId), $"/institutes/seals/{seal.Id}");

        Task Tell(IEnumerable<Guid?> accounts, string url) => notifier.Notify([.. accounts.OfType<Guid>()], kind, url, cancel, words);
    }
}
