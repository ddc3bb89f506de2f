using CommunityLms.Institutes.Contracts;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Pairings;

/// <summary>Units of pairings stay.</summary>
internal sealed class PairingUnits(MentoringDbContext db) : IUnitReferences
{
    public async Task<IReadOnlyCollection<Guid>> ReferredTo(IReadOnlyCollection<Guid> units, CancellationToken cancel) =>
        await db.Pairings.Where(p => units.Contains(p.HelpingId)).Select(p => p.HelpingId)
            .Union(db.Pairings.Where(p => units.Contains(p.HelpedId)).Select(p => p.HelpedId)).ToListAsync(cancel);
}
