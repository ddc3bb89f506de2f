using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Pairings.Picture;

/// <summary>What board and network show: one query for the pairings, one for the contracts, each within the reader's reach.</summary>
internal sealed class PairingFigures(MentoringDbContext db, PairingQueries pairings, IAccess access, IOrganisation organisation) : IScopedDependency
{
    public async Task<PairingMap> Of(Guid programmeId, CancellationToken cancel)
    {
        var seen = await (await pairings.Seen(cancel)).Where(p => p.ProgrammeId == programmeId && p.State != PairingState.Ended).ToListAsync(cancel);
        var counts = await db.Contracts.Within(await access.ScopeOf(MentoringPermissions.Contracts.View, cancel), c => c.TraineeSchoolId)
            .Where(c => c.ProgrammeId == programmeId && c.State != ContractState.Ended)
            .GroupBy(c => new { c.MentorSchoolId, c.TraineeSchoolId, c.SubjectId })
            .Select(g => new ContractCount(g.Key.MentorSchoolId, g.Key.TraineeSchoolId, g.Key.SubjectId, g.Count())).ToListAsync(cancel);
        return new(seen, counts, await organisation.Tree(cancel));
    }
}
