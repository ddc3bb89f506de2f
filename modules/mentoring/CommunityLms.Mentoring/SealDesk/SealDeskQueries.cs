using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.SealDesk;

/// <summary>A contract that waits for a seal.</summary>
/// <param name="Step">Which seal.</param>
/// <param name="LastWord">When this office sealed it or sent it back before; null where it sees it for the first time.</param>
/// <param name="Changed">The decisions that have changed since then.</param>
/// <param name="SealUntil">The last day of the seal on this text that is to be given anew; null where none was given for a time.</param>
internal sealed record WaitingForSeal(ContractRow Contract, ContractStep Step, DateTime Since, DateTime? LastWord, IReadOnlyList<DecisionKind> Changed, DateOnly? SealUntil)
{
    /// <summary>By which a list names it.</summary>
    public string Key => $"{Contract.Id}:{Step}";
}

/// <summary>A contract as it is looked through before it is sealed.</summary>
/// <param name="Text">What both have signed.</param>
/// <param name="Before">What this office saw when it last sealed it or sent it back; null for a decision that is new to it.</param>
internal sealed record ToSeal(WaitingForSeal Waiting, ContractText Text, IReadOnlyDictionary<DecisionKind, Decision?> Before);

internal sealed class SealDeskQueries(MentoringDbContext db, ContractAccess access, ContractQueries contracts) : IScopedDependency
{
    /// <summary>What waits for a seal that whoever is signed in keeps, the longest waiting first.</summary>
    public async Task<IReadOnlyList<WaitingForSeal>> Waiting(CancellationToken cancel)
    {
        var kept = await access.Kept(cancel);
        if (kept.Units.Count == 0)
            return [];
        var (own, below) = (kept.Units, kept.Districts);
        var waiting = await db.Contracts.SelectMany(c => c.Asked, (c, a) => new { c.Id, c.TraineeSchoolId, a.Step, a.Since, a.EndedAt })
            .Where(w => w.EndedAt == null && (((w.Step == ContractStep.SchoolSeal || w.Step == ContractStep.Midterm) && own.Contains(w.TraineeSchoolId)) || (w.Step == ContractStep.DistrictSeal && below.Contains(w.TraineeSchoolId))))
            .OrderBy(w => w.Since).ThenBy(w => w.Id).ToListAsync(cancel);
        var ids = waiting.Select(w => w.Id).Distinct().ToArray();
        var rows = await contracts.Named(ids, cancel);
        var said = await db.Contracts.Where(c => ids.Contains(c.Id)).SelectMany(c => c.Confirmations).Where(c => c.SealId != null)
            .GroupBy(c => new { c.ContractId, c.Step }).Select(g => new { g.Key.ContractId, g.Key.Step, At = g.Max(c => c.At) }).ToListAsync(cancel);
        var proposed = await db.Contracts.Where(c => ids.Contains(c.Id)).SelectMany(c => c.Decisions).Where(d => d.DroppedAt == null)
            .GroupBy(d => new { d.ContractId, d.Kind }).Select(g => new { g.Key.ContractId, g.Key.Kind, At = g.Max(d => d.ProposedAt) }).ToListAsync(cancel);
        var ending = await db.Contracts.Where(c => ids.Contains(c.Id)).SelectMany(c => c.Confirmations, (c, seal) => new { c.Amendment, c.PendingAmendment, Seal = seal })
            .Where(s => s.PendingAmendment == null && s.Seal.Amendment == s.Amendment && s.Seal.ValidUntil != null && s.Seal.WithdrawnAt == null)
            .GroupBy(s => new { s.Seal.ContractId, s.Seal.Step }).Select(g => new { g.Key.ContractId, g.Key.Step, Last = g.Max(s => s.Seal.ValidUntil) }).ToListAsync(cancel);
        return [.. waiting.Select(w =>
        {
            var last = said.Find(s => s.ContractId == w.Id && s.Step == w.Step)?.At;
            return new WaitingForSeal(rows[w.Id], w.Step, w.Since, last, [.. proposed.Where(p => p.ContractId == w.Id && p.At > last).Select(p => p.Kind).Order()], ending.Find(s => s.ContractId == w.Id && s.Step == w.Step)?.Last);
        })];
    }

    /// <summary>Those of the chosen ones that wait for a seal, with their texts.</summary>
    /// <param name="keys">As lists name them (<see cref="WaitingForSeal.Key"/>).</param>
    public async Task<IReadOnlyList<ToSeal>> Look(IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var chosen = (await Waiting(cancel)).Where(w => w.Step != ContractStep.Midterm && keys.Contains(w.Key)).ToList();
        var whole = (await db.LoadContracts([.. chosen.Select(c => c.Contract.Id).Distinct()], cancel)).ToDictionary(c => c.Id);
        return [.. from waiting in chosen
                   let contract = whole[waiting.Contract.Id]
                   let text = contract.AgreedText()
                   where text is not null
                   select new ToSeal(waiting, text, text.Decisions.ToDictionary(d => d.Kind, d => Seen(contract, d, waiting.LastWord)))];
    }

    private static Decision? Seen(Contract contract, Decision now, DateTime? lastWord) =>
        contract.Decisions.Where(d => d.Kind == now.Kind && d.ProposedAt <= lastWord).MaxBy(d => d.Version);
}
