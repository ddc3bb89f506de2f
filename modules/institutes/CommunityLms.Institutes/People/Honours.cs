using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.People;

/// <summary>Appraisals as backbone teacher and places in the tutor network.</summary>
internal sealed class Honours(InstitutesDbContext db, PersonAccess people) : IScopedDependency
{
    public async Task Appraise(Guid personId, BackboneLevel level, BackboneCategory category, Guid? subjectId, DateOnly since, CancellationToken cancel)
    {
        var person = await people.Load(InstitutesPermissions.People.Edit, personId, cancel);
        await EnsureSubject(subjectId, cancel);
        db.Add(person.Appraise(level, category, subjectId, since));
        await db.SaveChangesAsync(cancel);
    }

    public async Task Appoint(Guid personId, Guid subjectId, TutorPosition position, string? groupName, DateOnly from, CancellationToken cancel)
    {
        var person = await people.Load(InstitutesPermissions.People.Edit, personId, cancel);
        await EnsureSubject(subjectId, cancel);
        db.Add(person.Appoint(subjectId, position, groupName, from));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Ends an appraisal or a place in the network; the history stays.</summary>
    public async Task End(Guid personId, Guid honourId, DateOnly on, CancellationToken cancel)
    {
        (await people.Load(InstitutesPermissions.People.Edit, personId, cancel)).EndHonour(honourId, on);
        await db.SaveChangesAsync(cancel);
    }

    private async Task EnsureSubject(Guid? subjectId, CancellationToken cancel)
    {
        if (subjectId is not null && !await db.Subjects.AnyAsync(s => s.Id == subjectId, cancel))
            throw new RecordMissing("subject");
    }
}
