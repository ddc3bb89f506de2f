using CommunityLms.Institutes.Contracts;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring;

/// <summary>Schools of contracts stay.</summary>
internal sealed class MentoringUnits(MentoringDbContext db) : IUnitReferences
{
    public async Task<IReadOnlyCollection<Guid>> ReferredTo(IReadOnlyCollection<Guid> units, CancellationToken cancel) =>
        await db.Contracts.Where(c => units.Contains(c.MentorSchoolId)).Select(c => c.MentorSchoolId)
            .Union(db.Contracts.Where(c => units.Contains(c.TraineeSchoolId)).Select(c => c.TraineeSchoolId))
            .Union(db.Inspections.Where(i => units.Contains(i.SchoolId)).Select(i => i.SchoolId)).ToListAsync(cancel);
}
