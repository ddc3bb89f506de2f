using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using CommunityLms.Mentoring.Programmes;
using CommunityLms.Mentoring.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Journey;

/// <summary>One of one's own contracts: how far, what is next, by when.</summary>
/// <param name="Reached">Of both sides, each activity up to what is asked of it.</param>
/// <param name="StageUntil">The last day of the stage that is open.</param>
/// <param name="ToDo">What the other side entered and waits for one's word.</param>
internal sealed record PathView(ContractRow Contract, int Asked, int Reached, DateOnly? StageUntil, Meeting? Meeting, int ToDo)
{
    public int Percent => Asked == 0 ? 0 : 100 * Reached / Asked;
}

internal sealed class MyPath(MentoringDbContext db, ContractQueries contracts, MeetingQueries meetings, ContractAccess access, TimeProvider clock) : IScopedDependency
{
    /// <summary>Those under way or being agreed first, then the newest.</summary>
    public async Task<IReadOnlyList<PathView>> All(CancellationToken cancel)
    {
        var mine = await contracts.Mine(cancel);
        var ids = mine.Select(c => c.Id).ToArray();
        if (ids.Length == 0)
            return [];
        var facts = (await db.Contracts.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.ProgrammeId, c.SubjectId, c.MentorId, Until = c.Stages.Where(s => s.OpenedAt != null && s.ClosedAt == null).Min(s => (DateOnly?)s.To) }).ToListAsync(cancel)).ToDictionary(c => c.Id);
        var programmeIds = facts.Values.Select(f => f.ProgrammeId).Distinct().ToArray();
        var programmes = await db.Programmes.AsNoTracking().Include(p => p.Activities).Where(p => programmeIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var counts = await db.Evidence.Where(e => ids.Contains(e.ContractId) && e.VoidedFor == null).GroupBy(e => new { e.ContractId, e.Activity, e.By, IsAccepted = e.AcceptedAt != null, IsSentBack = e.SentBackAt != null })
            .Select(g => new { g.Key.ContractId, g.Key.Activity, g.Key.By, g.Key.IsAccepted, g.Key.IsSentBack, Count = g.Count() }).ToListAsync(cancel);
        var next = await meetings.Next(ids, clock.Today(), cancel);
        return [.. mine.OrderBy(c => c.State is ContractState.Completed or ContractState.Ended).Select(row =>
        {
            var fact = facts[row.Id];
            var side = fact.MentorId == access.Me ? Side.Mentor : Side.Trainee;
            var own = counts.Where(c => c.ContractId == row.Id).ToList();
            var quotas = Enum.GetValues<Side>().SelectMany(s => programmes[fact.ProgrammeId].AskedOf(s, fact.SubjectId).Select(a => (a.Times, Accepted: own.Where(c => c.IsAccepted && c.By == s && c.Activity == a.Name).Sum(c => c.Count)))).ToList();
            return new PathView(row, quotas.Sum(q => q.Times), quotas.Sum(q => Math.Min(q.Times, q.Accepted)), fact.Until, next.GetValueOrDefault(row.Id), own.Where(c => !c.IsAccepted && !c.IsSentBack && c.By != side).Sum(c => c.Count));
        })];
    }
}
