using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Subjects;

/// <summary>Adds, changes and archives subjects. They belong to the whole institute, so that the permission on the whole institute is needed.</summary>
internal sealed class EditSubjects(InstitutesDbContext db, IAccess access, TimeProvider clock) : IScopedDependency
{
    public async Task<Guid> Add(SubjectDetails details, CancellationToken cancel)
    {
        await access.RequireEverywhere(InstitutesPermissions.Units.Edit, cancel);
        var subject = new Subject(details.Code, details.Name, details.LatinName);
        db.Add(subject);
        await Save(subject, cancel);
        return subject.Id;
    }

    /// <summary>Adds those of the usual subjects whose code the institute doesn't have yet.</summary>
    /// <returns>How many.</returns>
    public async Task<int> AddUsual(CancellationToken cancel)
    {
        await access.RequireEverywhere(InstitutesPermissions.Units.Edit, cancel);
        var taken = await db.Subjects.Select(s => s.Code).ToListAsync(cancel);
        var missing = UsualSubjects.All.ExceptBy(taken, s => s.Code).Select(s => new Subject(s.Code, s.Name, s.LatinName)).ToList();
        db.AddRange(missing);
        await db.SaveChangesAsync(cancel);
        return missing.Count;
    }

    public Task Change(Guid id, Guid stamp, SubjectDetails details, CancellationToken cancel) =>
        Edit(id, stamp, subject => subject.Change(details.Code, details.Name, details.LatinName), cancel);

    public Task Archive(Guid id, Guid stamp, CancellationToken cancel) => Edit(id, stamp, subject => subject.Archive(clock.Today()), cancel);

    public Task Restore(Guid id, Guid stamp, CancellationToken cancel) => Edit(id, stamp, subject => subject.Restore(), cancel);

    private async Task Edit(Guid id, Guid stamp, Action<Subject> change, CancellationToken cancel)
    {
        var subject = await db.Subjects.SingleOrDefaultAsync(s => s.Id == id, cancel) ?? throw new RecordMissing("subject");
        await access.RequireEverywhere(InstitutesPermissions.Units.Edit, cancel);
        db.ExpectVersion(subject, stamp);
        change(subject);
        await Save(subject, cancel);
    }

    private async Task Save(Subject subject, CancellationToken cancel)
    {
        if (await db.Subjects.AnyAsync(s => s.Code == subject.Code && s.Id != subject.Id, cancel))
            throw new RuleBroken(SubjectRules.CodeTaken, subject.Code);
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>What people may change about a subject.</summary>
internal sealed record SubjectDetails(string Code, string Name, string? LatinName = null);
