using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Journey;

/// <summary>What mentor and trainee enter on their way.</summary>
internal sealed class Recording(MentoringDbContext db, ContractAccess access, TimeProvider clock) : IScopedDependency
{
    public async Task Log(Guid contractId, ContactInput input, CancellationToken cancel)
    {
        var (contract, _) = await access.AsSide(contractId, cancel);
        db.Add(new Contact(contract, access.Me!.Value, input, clock.Today()));
        await db.SaveChangesAsync(cancel);
    }

    /// <exception cref="RuleBroken">It doesn't show what the activity asks for.</exception>
    public async Task<Guid> Submit(Guid contractId, EvidenceInput input, CancellationToken cancel)
    {
        var (contract, side) = await access.AsSide(contractId, cancel);
        if (input.Link is { Length: > 0 } link && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            throw new RuleBroken(EvidenceRules.LinkIsWeb);
        var programme = await db.Programmes.AsNoTracking().Include(p => p.Activities).SingleAsync(p => p.Id == contract.ProgrammeId, cancel);
        var activity = programme.AskedOf(side, contract.SubjectId).FirstOrDefault(a => a.Name == input.Activity) ?? throw new RuleBroken(EvidenceRules.NoSuchActivity);
        var evidence = new Evidence(contract, activity, side, access.Me!.Value, input, clock.Today());
        db.Add(evidence);
        await db.SaveChangesAsync(cancel);
        return evidence.Id;
    }

    public async Task Accept(Guid evidenceId, CancellationToken cancel)
    {
        var evidence = await Load(evidenceId, cancel);
        var (_, side) = await access.AsSide(evidence.ContractId, cancel);
        evidence.Accept(side, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
    }

    public async Task Void(Guid evidenceId, string reason, CancellationToken cancel)
    {
        var evidence = await Load(evidenceId, cancel);
        await access.AsSide(evidence.ContractId, cancel);
        evidence.Void(reason);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Evidence> Load(Guid id, CancellationToken cancel) => await db.Evidence.SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new RecordMissing("evidence");
}
