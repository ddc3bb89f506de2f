using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.Grants;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.People;

/// <summary>Adds a person together with the first employment, without which nobody's school could see them.</summary>
internal sealed class AddPerson(InstitutesDbContext db, IAccess access, Employing employing) : IScopedDependency
{
    public async Task<Guid> Handle(PersonDetails details, EmploymentTerms terms, CancellationToken cancel)
    {
        await access.Require(InstitutesPermissions.People.Edit, terms.UnitId, cancel);
        await db.EnsureStaffNumberIsFree(details.StaffNumber, except: null, cancel);
        var person = new Person(details);
        await employing.Employ(person, terms, cancel);
        db.Add(person);
        await db.SaveChangesAsync(cancel);
        return person.Id;
    }
}

/// <summary>Changes who a person is; employments have their own use cases.</summary>
internal sealed class ChangePerson(InstitutesDbContext db, PersonAccess people) : IScopedDependency
{
    /// <param name="stamp">The version the form was opened on.</param>
    public async Task Handle(Guid personId, PersonDetails details, Guid stamp, CancellationToken cancel)
    {
        var person = await people.Load(InstitutesPermissions.People.Edit, personId, cancel);
        await db.EnsureStaffNumberIsFree(details.StaffNumber, personId, cancel);
        person.Change(details);
        db.ExpectVersion(person, stamp);
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>Takes a person out of the lists, or brings them back; nothing is lost.</summary>
internal sealed class ArchivePerson(InstitutesDbContext db, PersonAccess people, Administrators administrators) : IScopedDependency
{
    /// <exception cref="RuleBroken">It is the last administrator.</exception>
    public async Task Archive(Guid personId, DateOnly on, CancellationToken cancel)
    {
        var person = await people.Load(InstitutesPermissions.People.Edit, personId, cancel);
        await administrators.RequireAnother(person, cancel);
        person.Archive(on);
        await db.SaveChangesAsync(cancel);
    }

    public async Task Restore(Guid personId, CancellationToken cancel)
    {
        (await people.Load(InstitutesPermissions.People.Edit, personId, cancel)).Restore();
        await db.SaveChangesAsync(cancel);
    }
}

internal static class StaffNumbers
{
    /// <exception cref="RuleBroken">Another person of the institute bears the number.</exception>
    public static async Task EnsureStaffNumberIsFree(this InstitutesDbContext db, string staffNumber, Guid? except, CancellationToken cancel)
    {
        var wanted = staffNumber.Trim();
        if (await db.People.AnyAsync(p => p.StaffNumber == wanted && p.Id != except, cancel))
            throw new RuleBroken(PersonRules.StaffNumberTaken, wanted);
    }
}
