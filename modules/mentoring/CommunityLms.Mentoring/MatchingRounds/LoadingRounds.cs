using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.MatchingRounds;

internal static class LoadingRounds
{
    /// <summary>The round whole, to be changed.</summary>
    /// <exception cref="RecordMissing">The institute has no such round.</exception>
    public static async Task<MatchingRound> LoadRound(this MentoringDbContext db, Guid id, CancellationToken cancel) =>
        await db.MatchingRounds.Include(r => r.Units).Include(r => r.Wishes).Include(r => r.Rulings).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, cancel) ?? throw new RecordMissing("matching");

    /// <summary>Keeps which job works on the round, without making it a changed one.</summary>
    public static Task KeepJob(this MentoringDbContext db, Guid roundId, Guid jobId, CancellationToken cancel) =>
        db.MatchingRounds.Where(r => r.Id == roundId).ExecuteUpdateAsync(set => set.SetProperty(r => r.JobId, jobId), cancel);
}
