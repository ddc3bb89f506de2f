using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracting;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Inspections;

/// <summary>Where and with whom an inspection can be planned by whoever is signed in.</summary>
internal sealed class InspectionPlaces(MentoringDbContext db, IAccess access, IOrganisation organisation, IPeople people) : IScopedDependency
{
    /// <summary>The schools of the programme's trainees, by name.</summary>
    public async Task<IReadOnlyList<UnitInfo>> Schools(Guid programmeId, CancellationToken cancel)
    {
        var ids = await (await Within(cancel)).Where(c => c.ProgrammeId == programmeId).Select(c => c.TraineeSchoolId).Distinct().ToListAsync(cancel);
        var tree = await organisation.Tree(cancel);
        return [.. ids.Select(tree.Find).OfType<UnitInfo>().OrderBy(u => u.Name.ToString(), StringComparer.CurrentCulture)];
    }

    /// <summary>The school's name and its pairs in the programme whose contracts aren't over.</summary>
    /// <exception cref="RecordMissing">There is no such school for whoever is signed in.</exception>
    public async Task<(string School, IReadOnlyList<(Guid ContractId, string Trainee, string Mentor)> Pairs)> Pairs(Guid programmeId, Guid schoolId, CancellationToken cancel)
    {
        if ((await organisation.Tree(cancel)).Find(schoolId) is not { } school || !await access.May(MentoringPermissions.Inspections.Manage, schoolId, cancel))
            throw new RecordMissing("school");
        var found = await db.Contracts.Where(c => c.ProgrammeId == programmeId && c.TraineeSchoolId == schoolId && c.State != ContractState.Completed && c.State != ContractState.Ended)
            .OrderBy(c => c.Id).Take(Inspection.MostContracts).Select(c => new { c.Id, c.TraineeId, c.MentorId }).ToListAsync(cancel);
        var names = await people.Find([.. found.SelectMany(p => new[] { p.TraineeId, p.MentorId }).Distinct()], cancel);
        return (school.Name.ToString(), [.. found.Select(p => (p.Id, names[p.TraineeId].Name.ToString(), names[p.MentorId].Name.ToString()))]);
    }

    /// <summary>The programme and school of a contract.</summary>
    /// <exception cref="RecordMissing">There is no such contract for whoever is signed in.</exception>
    public async Task<(Guid ProgrammeId, Guid SchoolId)> OfContract(Guid contractId, CancellationToken cancel) =>
        await (await Within(cancel)).Where(c => c.Id == contractId).Select(c => new { c.ProgrammeId, c.TraineeSchoolId }).SingleOrDefaultAsync(cancel) is { } found ? (found.ProgrammeId, found.TraineeSchoolId) : throw new RecordMissing("contract");

    private async Task<IQueryable<Contract>> Within(CancellationToken cancel) => db.Contracts.Within(await access.ScopeOf(MentoringPermissions.Inspections.Manage, cancel), c => c.TraineeSchoolId);
}
