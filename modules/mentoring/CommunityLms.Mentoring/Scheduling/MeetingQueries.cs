using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Scheduling;

/// <summary>A planned time at which one of the two has something else.</summary>
/// <param name="Who">Whose other commitment it is.</param>
/// <param name="Topic">Of the other commitment; null where the reader has no part in it.</param>
internal sealed record Clash(MeetingTime Time, PersonName Who, string? Topic);

internal sealed class MeetingQueries(MentoringDbContext db, IPeople people, ContractAccess access) : IScopedDependency
{
    private const int Shown = 100;

    /// <summary>Of a contract, the next first; called off and past ones at the end, the latest first.</summary>
    public async Task<IReadOnlyList<Meeting>> Of(Guid contractId, DateOnly today, CancellationToken cancel)
    {
        var all = await db.Meetings.AsNoTracking().Where(m => m.ContractId == contractId).OrderByDescending(m => m.On).ThenByDescending(m => m.Id).Take(Shown).ToListAsync(cancel);
        var ahead = all.Where(m => m.CalledOffAt is null && m.HeldAt is null && m.On >= today).OrderBy(m => m.On).ThenBy(m => m.From).ToList();
        return [.. ahead, .. all.Except(ahead)];
    }

    /// <summary>The next meeting of each of the contracts.</summary>
    public async Task<IReadOnlyDictionary<Guid, Meeting>> Next(IReadOnlyCollection<Guid> contractIds, DateOnly today, CancellationToken cancel)
    {
        var ahead = await db.Meetings.AsNoTracking().Where(m => contractIds.Contains(m.ContractId) && m.CalledOffAt == null && m.HeldAt == null && m.On >= today).OrderBy(m => m.On).ThenBy(m => m.From).ToListAsync(cancel);
        return ahead.DistinctBy(m => m.ContractId).ToDictionary(m => m.ContractId);
    }

    /// <summary>What either of the two has at these times in this contract or in others.</summary>
    public async Task<IReadOnlyList<Clash>> Clashes(Contract contract, IReadOnlyCollection<MeetingTime> times, CancellationToken cancel)
    {
        if (times.Count == 0)
            return [];
        var (first, last, both) = (times.Min(t => t.On), times.Max(t => t.On), new[] { contract.MentorId, contract.TraineeId });
        var others = await (from meeting in db.Meetings
                            join other in db.Contracts on meeting.ContractId equals other.Id
                            where meeting.On >= first && meeting.On <= last && meeting.CalledOffAt == null && (both.Contains(other.MentorId) || both.Contains(other.TraineeId))
                            select new { meeting.On, meeting.From, meeting.Until, meeting.Topic, other.MentorId, other.TraineeId }).ToListAsync(cancel);
        var names = await people.Find(both, cancel);
        return [.. from time in times
                   from other in others
                   where time.Overlaps(new(other.On, other.From, other.Until))
                   let who = both.First(p => p == other.MentorId || p == other.TraineeId)
                   orderby time.On
                   select new Clash(time, names[who].Name, other.MentorId == access.Me || other.TraineeId == access.Me ? other.Topic : null)];
    }
}
