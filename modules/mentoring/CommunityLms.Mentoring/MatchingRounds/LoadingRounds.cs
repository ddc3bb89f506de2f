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
}
