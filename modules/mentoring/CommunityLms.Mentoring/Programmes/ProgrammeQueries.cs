using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Programmes;

/// <param name="Contracts">How many it has in each state.</param>
internal sealed record ProgrammeRow(Guid Id, string Name, DateOnly From, DateOnly To, ProgrammeState State, IReadOnlyDictionary<ContractState, int> Contracts)
{
    public int All => Contracts.Values.Sum();
}

internal sealed class ProgrammeQueries(MentoringDbContext db) : IScopedDependency
{
    /// <summary>The newest first; an institute has a handful.</summary>
    public async Task<IReadOnlyList<ProgrammeRow>> All(CancellationToken cancel)
    {
        var programmes = await db.Programmes.OrderByDescending(p => p.From).ThenBy(p => p.Name).Select(p => new { p.Id, p.Name, p.From, p.To, p.State }).ToListAsync(cancel);
        var counts = await db.Contracts.GroupBy(c => new { c.ProgrammeId, c.State }).Select(g => new { g.Key.ProgrammeId, g.Key.State, Count = g.Count() }).ToListAsync(cancel);
        return [.. programmes.Select(p => new ProgrammeRow(p.Id, p.Name, p.From, p.To, p.State, counts.Where(c => c.ProgrammeId == p.Id).ToDictionary(c => c.State, c => c.Count)))];
    }

    /// <exception cref="RecordMissing">The institute has no such programme.</exception>
    public async Task<Programme> Find(Guid id, CancellationToken cancel) => await db.Programmes.AsNoTracking().Include(p => p.Subjects).Include(p => p.Stages).Include(p => p.Activities)
        .AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw new RecordMissing("programme");
}
