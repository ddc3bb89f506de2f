using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.People;

/// <summary>Begins and ends work in a unit.</summary>
internal sealed class Employing(InstitutesDbContext db, PersonAccess people, IAccess access, IOrganisation organisation) : IScopedDependency
{
    /// <summary>Begins work; needs the permission on the new unit and on the person.</summary>
    public async Task Begin(Guid personId, EmploymentTerms terms, CancellationToken cancel)
    {
        await access.Require(InstitutesPermissions.People.Edit, terms.UnitId, cancel);
        await Employ(await people.Load(InstitutesPermissions.People.Edit, personId, cancel), terms, cancel);
        await db.SaveChangesAsync(cancel);
    }

    public async Task End(Guid personId, Guid employmentId, DateOnly on, CancellationToken cancel)
    {
        (await people.Load(InstitutesPermissions.People.Edit, personId, cancel)).EndEmployment(employmentId, on);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Carries the work in one unit over to another on a day, on the same terms; needs the permission on the new unit and on the person.</summary>
    /// <exception cref="RecordMissing">The person doesn't work there on that day or later.</exception>
    public async Task Move(Guid personId, Guid employmentId, Guid toUnitId, DateOnly on, CancellationToken cancel)
    {
        await access.Require(InstitutesPermissions.People.Edit, toUnitId, cancel);
        var person = await people.Load(InstitutesPermissions.People.Edit, personId, cancel);
        var old = person.Employments.SingleOrDefault(e => e.Id == employmentId && (e.To is not { } last || last >= on)) ?? throw new RecordMissing("employment");
        await CarryOver(person, [old.UnitId], toUnitId, on, cancel);
    }

    /// <summary>Carries all work in some units over to another, whoever asks for it.</summary>
    /// <exception cref="RuleBroken">The other unit is archived.</exception>
    internal async Task CarryOver(Person person, IEnumerable<Guid> fromUnitIds, Guid toUnitId, DateOnly on, CancellationToken cancel)
    {
        await RequireActive(toUnitId, cancel);
        var known = person.Employments.ToHashSet();
        foreach (var from in fromUnitIds)
            person.Transfer(from, toUnitId, on);
        db.AddRange(person.Employments.Except(known));
        await db.SaveChangesAsync(cancel);
    }

    /// <exception cref="RuleBroken">The unit is archived, or the terms don't fit the person's other employments.</exception>
    /// <exception cref="RecordMissing">There is no such unit or subject in this institute.</exception>
    internal async Task Employ(Person person, EmploymentTerms terms, CancellationToken cancel)
    {
        await RequireActive(terms.UnitId, cancel);
        if (terms.SubjectId is { } subject && !await db.Subjects.AnyAsync(s => s.Id == subject, cancel))
            throw new RecordMissing("subject");
        var employment = person.Employ(terms);
        // A child with a key of its own would be taken for a stored one, unless it is added by name.
        if (db.Entry(person).State != EntityState.Detached)
            db.Add(employment);
    }

    private async Task RequireActive(Guid unitId, CancellationToken cancel)
    {
        var unit = (await organisation.Tree(cancel)).Find(unitId) ?? throw new RecordMissing("unit");
        if (unit.IsArchived)
            throw new RuleBroken(PersonRules.UnitArchived, unit.Name);
    }
}
