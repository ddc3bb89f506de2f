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
    IIntegrationEventHandler<ContactLogged>, IIntegrationEventHandler<EvidenceAccepted>, IIntegrationEventHandler<EvidenceVoided>
{
    public Task Handle(ContractDrafted happened, CancellationToken cancel) => pulses.Refresh(happened.ContractId, cancel);

    public Task Handle(ContractStepAsked happened, CancellationToken cancel) => pulses.Refresh(happened.ContractId, cancel);

    public Task Handle(ContractStepDone happened, CancellationToken cancel) => pulses.Refresh(happened.ContractId, cancel);

    public Task Handle(ContractReopened happened, CancellationToken cancel) => pulses.Refresh(happened.ContractId, cancel);

    public Task Handle(ContractActivated happened, CancellationToken cancel) => pulses.Refresh(happened.ContractId, cancel);

    public Task Handle(StageOpened happened, CancellationToken cancel) => pulses.Refresh(happened.ContractId, cancel);

    public Task Handle(StageClosed happened, CancellationToken cancel) => pulses.Refresh(happened.ContractId, cancel);

    public Task Handle(ContractEnded happened, CancellationToken cancel) => pulses.Refresh(happened.ContractId, cancel);

    public Task Handle(ContactLogged happened, CancellationToken cancel) => pulses.Refresh(happened.ContractId, cancel);

    public Task Handle(EvidenceAccepted happened, CancellationToken cancel) => pulses.Refresh(happened.ContractId, cancel);

    public Task Handle(EvidenceVoided happened, CancellationToken cancel) => pulses.Refresh(happened.ContractId, cancel);
}

internal sealed class PulseReader(MentoringDbContext db, JourneyQueries journeys) : IScopedDependency
{
    public async Task Refresh(Guid contractId, CancellationToken cancel)
    {
        var contract = await db.Contracts.AsNoTracking().Include(c => c.Stages).Include(c => c.Asked).AsSplitQuery().SingleAsync(c => c.Id == contractId, cancel);
        var programme = await db.Programmes.AsNoTracking().Include(p => p.Activities).SingleAsync(p => p.Id == contract.ProgrammeId, cancel);
        var quotas = Quota.Of(programme, contract.SubjectId, await journeys.Entered(contractId, cancel));
        var lastContact = await db.Contacts.Where(c => c.ContractId == contractId).MaxAsync(c => (DateOnly?)c.On, cancel);
        var pulse = await db.Pulses.FindAsync([contractId], cancel);
        if (pulse is null)
            db.Add(pulse = new(contractId));
        pulse.Read(contract, lastContact, quotas);
        await db.SaveChangesAsync(cancel);
    }
}
