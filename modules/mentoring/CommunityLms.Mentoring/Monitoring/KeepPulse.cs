using CommunityLms.Kernel.Events;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Journey;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Monitoring;

/// <summary>Reads the pulse of a contract anew after whatever may have changed it. Reading it once too often does no harm.</summary>
internal sealed class KeepPulse(PulseReader pulses) : IIntegrationEventHandler<ContractDrafted>, IIntegrationEventHandler<ContractStepAsked>, IIntegrationEventHandler<ContractStepDone>,
    IIntegrationEventHandler<ContractReopened>, IIntegrationEventHandler<ContractActivated>, IIntegrationEventHandler<StageOpened>, IIntegrationEventHandler<StageClosed>, IIntegrationEventHandler<ContractEnded>,
    IIntegrationEventHandler<ContactLogged>, IIntegrationEventHandler<EvidenceAccepted>, IIntegrationEventHandler<EvidenceVoided>, IIntegrationEventHandler<ActivitiesChanged>
{
    public Task Handle(ContractDrafted happened, CancellationToken cancel) => pulses.Refresh([happened.ContractId], cancel);

    public Task Handle(ContractStepAsked happened, CancellationToken cancel) => pulses.Refresh([happened.ContractId], cancel);

    public Task Handle(ContractStepDone happened, CancellationToken cancel) => pulses.Refresh([happened.ContractId], cancel);

    public Task Handle(ContractReopened happened, CancellationToken cancel) => pulses.Refresh([happened.ContractId], cancel);

    public Task Handle(ContractActivated happened, CancellationToken cancel) => pulses.Refresh([happened.ContractId], cancel);

    public Task Handle(StageOpened happened, CancellationToken cancel) => pulses.Refresh([happened.ContractId], cancel);

    public Task Handle(StageClosed happened, CancellationToken cancel) => pulses.Refresh([happened.ContractId], cancel);

    public Task Handle(ContractEnded happened, CancellationToken cancel) => pulses.Refresh([happened.ContractId], cancel);

    public Task Handle(ContactLogged happened, CancellationToken cancel) => pulses.Refresh([happened.ContractId], cancel);

    public Task Handle(EvidenceAccepted happened, CancellationToken cancel) => pulses.Refresh([happened.ContractId], cancel);

    public Task Handle(EvidenceVoided happened, CancellationToken cancel) => pulses.Refresh([happened.ContractId], cancel);

    public Task Handle(ActivitiesChanged happened, CancellationToken cancel) => pulses.RefreshAll(happened.ProgrammeId, cancel);
}

internal sealed class PulseReader(MentoringDbContext db, JourneyQueries journeys) : IScopedDependency
{
    /// <summary>So many contracts fit well into one save.</summary>
    private const int AtATime = 200;

    /// <summary>Those of a programme that aren't over.</summary>
    public async Task RefreshAll(Guid programmeId, CancellationToken cancel)
    {
        var ids = await db.Contracts.Where(c => c.ProgrammeId == programmeId && c.State != ContractState.Completed && c.State != ContractState.Ended).Select(c => c.Id).ToListAsync(cancel);
        foreach (var some in ids.Chunk(AtATime))
        {
            await Refresh(some, cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <param name="contractIds">Few enough for one save.</param>
    public async Task Refresh(IReadOnlyCollection<Guid> contractIds, CancellationToken cancel)
    {
        var contracts = await db.Contracts.AsNoTracking().Include(c => c.Stages).Include(c => c.Asked).AsSplitQuery().Where(c => contractIds.Contains(c.Id)).ToListAsync(cancel);
        var programmeIds = contracts.Select(c => c.ProgrammeId).Distinct().ToList();
        var programmes = await db.Programmes.AsNoTracking().Include(p => p.Activities).Where(p => programmeIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var entered = await journeys.Entered(contractIds, cancel);
        var lastContacts = await db.Contacts.Where(c => contractIds.Contains(c.ContractId)).GroupBy(c => c.ContractId).Select(g => new { g.Key, On = g.Max(c => c.On) }).ToDictionaryAsync(c => c.Key, c => (DateOnly?)c.On, cancel);
        var pulses = await db.Pulses.Where(p => contractIds.Contains(p.ContractId)).ToDictionaryAsync(p => p.ContractId, cancel);
        foreach (var contract in contracts)
        {
            if (!pulses.TryGetValue(contract.Id, out var pulse))
                db.Add(pulse = new(contract.Id));
            pulse.Read(contract, lastContacts.GetValueOrDefault(contract.Id), Quota.Of(programmes[contract.ProgrammeId], contract.SubjectId, entered[contract.Id]));
        }
        await db.SaveChangesAsync(cancel);
    }
}
