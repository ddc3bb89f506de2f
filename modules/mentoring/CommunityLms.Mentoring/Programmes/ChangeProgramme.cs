using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Mentoring.Contracts;
using CommunityLms.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Mentoring.Programmes;

/// <summary>Changes a programme, also while it is under way. Contracts keep the time, stages and terms with which they were drawn up; what each pair has to do counts for all.</summary>
internal sealed class ChangeProgramme(MentoringDbContext db, IAccess access, ITeaching teaching) : IScopedDependency
{
    /// <exception cref="RecordMissing">The institute has no such programme.</exception>
    /// <exception cref="RuleBroken">It doesn't hold together, or would take away what records refer to.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody else saved it since the form was opened.</exception>
    public async Task Handle(Guid id, ProgrammeInput input, CancellationToken cancel)
    {
        await access.RequireEverywhere(MentoringPermissions.Programmes.Edit, cancel);
        var programme = await db.Programmes.Include(p => p.Subjects).Include(p => p.Stages).Include(p => p.Activities).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, cancel)
            ?? throw new RecordMissing("programme");
        db.ExpectVersion(programme, input.Stamp);
        var plan = input.Plan();
        await EnsureKept(id, plan, cancel);
        programme.Change(plan);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Subjects with pairs and activities with evidence stay: what was entered would count for nothing.</summary>
    private async Task EnsureKept(Guid id, ProgrammePlan plan, CancellationToken cancel)
    {
        var names = plan.Activities.Select(a => a.Name).ToList();
        var lost = await db.Evidence.Where(e => e.VoidedFor == null && !names.Contains(e.Activity) && db.Contracts.Any(c => c.Id == e.ContractId && c.ProgrammeId == id)).Select(e => e.Activity).FirstOrDefaultAsync(cancel);
        if (lost is not null)
            throw new RuleBroken(ProgrammeRules.ActivityHasEvidence, lost);
        var used = await db.Contracts.Where(c => c.ProgrammeId == id).Select(c => (Guid?)c.SubjectId).Union(db.Pairings.Where(p => p.ProgrammeId == id).Select(p => p.SubjectId)).ToListAsync(cancel);
        if (used.OfType<Guid>().Except(plan.SubjectIds).Take(1).ToList() is [var subject])
            throw new RuleBroken(ProgrammeRules.SubjectHasPairs, (await teaching.Subjects(cancel))[subject].Name.ToString());
    }
}
