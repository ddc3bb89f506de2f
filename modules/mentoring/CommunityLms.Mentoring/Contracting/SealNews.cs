using System.Globalization;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Events;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Contracting;

internal sealed class SealNewsKinds : INotificationKindProvider
{
    public static readonly NotificationKind Ending = new("Mentoring.SealEnding", "A seal on a mentoring contract ends in a few weeks", "The seal of {0} on the contract of {1} and {2} is valid until {3}.");
    public static readonly NotificationKind Expired = new("Mentoring.SealExpired", "A seal on a mentoring contract has expired", "The seal of {0} on the contract of {1} and {2} was valid until {3}. Nothing counts until it is given anew.");

    public IEnumerable<NotificationKind> Define() => [Ending, Expired];
}

/// <summary>
/// Looks which seals on contracts end. Every hour, so that a day is over soon after midnight wherever the institute is; the contract itself
/// compares days too and doesn't wait for it.
/// </summary>
internal sealed class LookAtSeals(MentoringDbContext db, ICurrentTenant tenant, TimeProvider clock) : IRecurringJob
{
    public string Title => "Looking which seals on contracts end";

    public string Cron => "0 2 * * * ?";

    public async Task Run(IJobContext job, CancellationToken cancel)
    {
        var (today, now) = (clock.Today(), clock.GetUtcNow().UtcDateTime);
        var soon = today.AddDays(SealInfo.WarnedBefore);
        var ending = await db.Contracts.IgnoreQueryFilters([Filters.Tenant])
            .Where(c => (c.State == ContractState.Signed || c.State == ContractState.Active)
                && c.Confirmations.Any(s => s.Amendment == c.Amendment && s.ExpiredAt == null && s.WithdrawnAt == null && ((s.ValidUntil <= soon && s.ToldAt == null) || s.ValidUntil < today)))
            .Select(c => new { c.TenantId, c.Id }).ToListAsync(cancel);
        foreach (var one in ending)
        {
            using var _ = tenant.Change(one.TenantId);
            await db.SaveOnLatest(async () => (await db.LoadContract(one.Id, cancel)).LookAtSeals(today, now), cancel);
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>Tells the pair, and the keepers of the seal.</summary>
internal sealed class TellOfSeals(MentoringDbContext db, IPeople people, ISeals seals, IOrganisation organisation, INotifier notifier) : IIntegrationEventHandler<SealEnding>, IIntegrationEventHandler<SealExpired>
{
    public Task Handle(SealEnding happened, CancellationToken cancel) => Tell(happened.ContractId, happened.ConfirmationId, SealNewsKinds.Ending, cancel);

    public Task Handle(SealExpired happened, CancellationToken cancel) => Tell(happened.ContractId, happened.ConfirmationId, SealNewsKinds.Expired, cancel);

    private async Task Tell(Guid contractId, Guid confirmationId, NotificationKind kind, CancellationToken cancel)
    {
        var contract = await db.Contracts.AsNoTracking().Include(c => c.Confirmations).SingleAsync(c => c.Id == contractId, cancel);
        var seal = contract.Confirmations.Single(c => c.Id == confirmationId);
        var keepers = seal.Step.OfficeIn(await organisation.Tree(cancel), contract.TraineeSchoolId) is { } office ? await seals.KeepersOf(office.Id, cancel) : [];
        var told = await people.Find([.. keepers, contract.MentorId, contract.TraineeId], cancel);
        await notifier.Notify([.. told.Values.Select(p => p.AccountId).OfType<Guid>().Distinct()], kind, $"/mentoring/contracts/{contractId}", cancel,
            seal.SealName!, told[contract.MentorId].Name.Written, told[contract.TraineeId].Name.Written, seal.ValidUntil!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
