using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Inspections;

/// <summary>Plans inspections, records what was found and what followed, makes effective practice known.</summary>
internal sealed class Inspecting(MentoringDbContext db, IAccess access, IOrganisation organisation, IPeople people, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    /// <exception cref="AccessDenied">The school isn't theirs to inspect.</exception>
    /// <exception cref="RecordMissing">There is no such programme, school or person.</exception>
    public async Task<Guid> Plan(InspectionInput input, CancellationToken cancel)
    {
        var schoolId = input.SchoolId ?? Guid.Empty;
        if ((await organisation.Tree(cancel)).Find(schoolId) is null)
            throw new RecordMissing("school");
        await access.Require(MentoringPermissions.Inspections.Manage, schoolId, cancel);
        if (!await db.Programmes.AnyAsync(p => p.Id == input.ProgrammeId, cancel))
            throw new RecordMissing("programme");
        if (input.InspectorId is not { } inspector || (await people.Find([inspector], cancel)).Count == 0)
            throw new RecordMissing("person");
        var chosen = input.ContractIds.Distinct().ToArray();
        if (await db.Contracts.CountAsync(c => chosen.Contains(c.Id) && c.ProgrammeId == input.ProgrammeId && c.TraineeSchoolId == schoolId, cancel) != chosen.Length)
            throw new RuleBroken(InspectionRules.OtherSchool);
        var inspection = new Inspection(input.ProgrammeId, input.Kind, schoolId, inspector, input.PlannedOn ?? default, input.About, chosen);
        db.Add(inspection);
        await db.SaveChangesAsync(cancel);
        return inspection.Id;
    }

    public Task Record(Guid id, FindingInput input, CancellationToken cancel) =>
        Change(id, i => i.Record(input.DoneOn ?? default, input.Finding, input.FollowUp, input.FollowUpBy, clock.Today()), cancel);

    public Task CloseFollowUp(Guid id, string outcome, CancellationToken cancel) => Change(id, i => i.CloseFollowUp(outcome, clock.Today()), cancel);

    public Task MakeKnown(Guid id, PracticeInput input, CancellationToken cancel) => Change(id, i => i.MakeKnown(input.Title, input.Practice, clock.GetUtcNow().UtcDateTime), cancel);

    /// <summary>Whether whoever is signed in records this inspection: whoever manages those of the school, and whoever inspects.</summary>
    public async Task<bool> May(Inspection inspection, CancellationToken cancel) =>
        inspection.InspectorId == user.Actor?.PersonId || await access.May(MentoringPermissions.Inspections.Manage, inspection.SchoolId, cancel);

    /// <exception cref="RecordMissing">There is no such inspection for whoever is signed in.</exception>
    public async Task<Inspection> ToSee(Guid id, CancellationToken cancel)
    {
        var inspection = await db.Inspections.Include(i => i.Contracts).SingleOrDefaultAsync(i => i.Id == id, cancel);
        return inspection is not null && (await May(inspection, cancel) || await access.May(MentoringPermissions.Contracts.View, inspection.SchoolId, cancel)) ? inspection : throw new RecordMissing("inspection");
    }

    /// <exception cref="RecordMissing">There is no such inspection for whoever is signed in.</exception>
    /// <exception cref="AccessDenied">They may see it, and not record it.</exception>
    public async Task<Inspection> ToRecord(Guid id, CancellationToken cancel)
    {
        var inspection = await ToSee(id, cancel);
        return await May(inspection, cancel) ? inspection : throw new AccessDenied(MentoringPermissions.Inspections.Manage);
    }

    private Task Change(Guid id, Action<Inspection> change, CancellationToken cancel) => db.SaveOnLatest(async () => change(await ToRecord(id, cancel)), cancel);
}
