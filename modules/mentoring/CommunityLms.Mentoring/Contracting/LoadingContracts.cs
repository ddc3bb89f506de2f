using CommunityLms.Kernel.Domain;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Contracting;

internal static class LoadingContracts
{
    /// <summary>The contract whole, to be changed.</summary>
    /// <exception cref="RecordMissing">The institute has no such contract.</exception>
    public static async Task<Contract> LoadContract(this MentoringDbContext db, Guid id, CancellationToken cancel) =>
        await db.Whole().SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new RecordMissing("contract");

    /// <summary>Those of the contracts that the institute has, whole, to be changed.</summary>
    public static Task<List<Contract>> LoadContracts(this MentoringDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        db.Whole().Where(c => ids.Contains(c.Id)).ToListAsync(cancel);

    private static IQueryable<Contract> Whole(this MentoringDbContext db) =>
        db.Contracts.Include(c => c.Decisions).Include(c => c.Remarks).Include(c => c.Confirmations).Include(c => c.Stages).Include(c => c.Asked).AsSplitQuery();
}
