using System.Linq.Expressions;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Journey;

/// <summary>What one side has to do, and how much of it counts so far.</summary>
internal sealed record Quota(string Activity, Side Side, int Asked, int Accepted, int Waiting)
{
    public bool IsMet => Accepted >= Asked;

    /// <summary>What counts: no more than is asked.</summary>
    public int Reached => Math.Min(Accepted, Asked);

    /// <summary>What a programme asks of both sides in a subject, held against what was entered and not voided.</summary>
    public static IReadOnlyList<Quota> Of(Programme programme, Guid subjectId, IEnumerable<EnteredCount> entered)
    {
        var counts = entered.ToLookup(e => (e.Activity, e.By, e.IsAccepted), e => e.Count);
        return [.. Enum.GetValues<Side>().SelectMany(side => programme.AskedOf(side, subjectId).OrderBy(a => a.Number)
            .Select(a => new Quota(a.Name, side, a.Times, counts[(a.Name, side, true)].Sum(), counts[(a.Name, side, false)].Sum())))];
    }
}

/// <summary>How often one side entered something for an activity.</summary>
internal sealed record EnteredCount(string Activity, Side By, bool IsAccepted, int Count);

/// <summary>What one side did, as a list shows it; its text stands on a page of its own.</summary>
internal sealed record EvidenceRow(Guid Id, Guid ContractId, string Activity, ActivityKind Kind, Side By, DateOnly On, string Title, string? Link, int Characters, DateTime? AcceptedAt, DateTime? SentBackAt, string? VoidedFor);

/// <summary>How far a pair has come.</summary>
/// <param name="Evidence">The newest first, what was voided included.</param>
/// <param name="Contacts">The newest first.</param>
internal sealed record JourneyView(IReadOnlyList<Quota> Quotas, IReadOnlyList<EvidenceRow> Evidence, IReadOnlyList<Contact> Contacts)
{
    public int Asked => Quotas.Sum(q => q.Asked);

    /// <summary>What counts, each activity up to what is asked of it.</summary>
    public int Reached => Quotas.Sum(q => q.Reached);
}

internal sealed class JourneyQueries(MentoringDbContext db) : IScopedDependency
{
    private const int Shown = 200;
    private static readonly Expression<Func<Evidence, EvidenceRow>> s_row = e => new(e.Id, e.ContractId, e.Activity, e.Kind, e.By, e.On, e.Title, e.Link, e.Characters, e.AcceptedAt, e.SentBackAt, e.VoidedFor);

    public async Task<JourneyView> Of(Contract contract, CancellationToken cancel)
    {
        var programme = await db.Programmes.AsNoTracking().Include(p => p.Activities).SingleAsync(p => p.Id == contract.ProgrammeId, cancel);
        var evidence = await db.Evidence.Where(e => e.ContractId == contract.Id).OrderByDescending(e => e.On).ThenByDescending(e => e.Id).Take(Shown).Select(s_row).ToListAsync(cancel);
        var contacts = await db.Contacts.AsNoTracking().Where(c => c.ContractId == contract.Id).OrderByDescending(c => c.On).ThenByDescending(c => c.Id).Take(Shown).ToListAsync(cancel);
        return new(Quota.Of(programme, contract.SubjectId, (await Entered([contract.Id], cancel))[contract.Id]), evidence, contacts);
    }

    /// <summary>What was entered for contracts and not voided, counted.</summary>
    public async Task<ILookup<Guid, EnteredCount>> Entered(IReadOnlyCollection<Guid> contractIds, CancellationToken cancel) =>
        (await db.Evidence.Where(e => contractIds.Contains(e.ContractId) && e.VoidedFor == null).GroupBy(e => new { e.ContractId, e.Activity, e.By, IsAccepted = e.AcceptedAt != null })
            .Select(g => new { g.Key.ContractId, Count = new EnteredCount(g.Key.Activity, g.Key.By, g.Key.IsAccepted, g.Count()) }).ToListAsync(cancel)).ToLookup(e => e.ContractId, e => e.Count);

    /// <summary>One thing that was done, with its text, files and rounds, to be read; whoever asks answers for who may.</summary>
    /// <exception cref="RecordMissing">The institute has no such record.</exception>
    public async Task<Evidence> Find(Guid evidenceId, CancellationToken cancel) =>
        await db.Evidence.AsNoTracking().Include(e => e.Rounds).Include(e => e.Files).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == evidenceId, cancel) ?? throw new RecordMissing("evidence");
}
