using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Journey;

/// <summary>What mentor and trainee enter on their way.</summary>
internal sealed class Recording(MentoringDbContext db, ContractAccess access, IFileStore store, TimeProvider clock) : IScopedDependency
{
    public async Task Log(Guid contractId, ContactInput input, CancellationToken cancel)
    {
        var (contract, _) = await access.AsSide(contractId, cancel);
        db.Add(new Contact(contract, access.Me!.Value, input, clock.Today()));
        await db.SaveChangesAsync(cancel);
    }

    /// <exception cref="RuleBroken">It doesn't show what the activity asks for.</exception>
    public async Task<Guid> Submit(Guid contractId, EvidenceInput input, IReadOnlyList<IncomingFile> files, CancellationToken cancel)
    {
        var (contract, side) = await access.AsSide(contractId, cancel);
        EnsureWeb(input.Link);
        var programme = await db.Programmes.AsNoTracking().Include(p => p.Activities).SingleAsync(p => p.Id == contract.ProgrammeId, cancel);
        var activity = programme.AskedOf(side, contract.SubjectId).FirstOrDefault(a => a.Name == input.Activity) ?? throw new RuleBroken(EvidenceRules.NoSuchActivity);
        var evidence = new Evidence(contract, activity, side, access.Me!.Value, input, await Keep(files, cancel), clock.Today());
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

    /// <exception cref="RuleBroken">It isn't the other side's, or was accepted or sent back already.</exception>
    public async Task SendBack(Guid evidenceId, string comment, CancellationToken cancel)
    {
        var evidence = await Load(evidenceId, cancel);
        var (_, side) = await access.AsSide(evidence.ContractId, cancel);
        evidence.SendBack(side, comment, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
    }

    /// <exception cref="RuleBroken">It wasn't sent back, or still doesn't show what the activity asks for.</exception>
    public async Task Revise(Guid evidenceId, RevisionInput input, IReadOnlyList<IncomingFile> files, CancellationToken cancel)
    {
        var evidence = await Load(evidenceId, cancel);
        var (_, side) = await access.AsSide(evidence.ContractId, cancel);
        EnsureWeb(input.Link);
        evidence.Revise(side, input.Text, input.Link, await Keep(files, cancel));
        await db.SaveChangesAsync(cancel);
    }

    public async Task Void(Guid evidenceId, string reason, CancellationToken cancel)
    {
        var evidence = await Load(evidenceId, cancel);
        await access.AsSide(evidence.ContractId, cancel);
        evidence.Void(reason);
        await db.SaveChangesAsync(cancel);
    }

    private static void EnsureWeb(string? link)
    {
        if (link is { Length: > 0 } && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            throw new RuleBroken(EvidenceRules.LinkIsWeb);
    }

    /// <summary>One after the other: each is written to disk, and there are six at the most.</summary>
    private async Task<IReadOnlyList<StoredFile>> Keep(IReadOnlyList<IncomingFile> files, CancellationToken cancel)
    {
        if (files.Count > Evidence.MostFiles)
            throw new RuleBroken(EvidenceRules.TooManyFiles, Evidence.MostFiles);
        var kept = new List<StoredFile>();
        foreach (var file in files)
            kept.Add(await store.Save(file.Content, file.Name, FilePolicy.Documents, cancel));
        return kept;
    }

    private async Task<Evidence> Load(Guid id, CancellationToken cancel) => await db.Evidence.Include(e => e.Rounds).Include(e => e.Files).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new RecordMissing("evidence");
}
