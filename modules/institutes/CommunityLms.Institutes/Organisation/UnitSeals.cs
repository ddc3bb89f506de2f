using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

/// <summary>A unit that takes part no longer confirms nothing: its seals end with it.</summary>
internal sealed class UnitSeals(InstitutesDbContext db) : IScopedDependency
{
    /// <summary>Withdraws the valid seals of a unit; the caller saves.</summary>
    public async Task Withdraw(Guid unitId, DateOnly on, CancellationToken cancel)
    {
        foreach (var seal in await db.Seals.Include(s => s.Keepers).Where(s => s.UnitId == unitId && s.WithdrawnOn == null).ToListAsync(cancel))
            seal.Withdraw(on);
    }
}
