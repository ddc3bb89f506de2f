using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.People;

/// <summary>A person's file: facts, and everything that happened in order of time.</summary>
/// <param name="Contact">Null for those who may not see contact data.</param>
/// <param name="MayEdit">Whether the reader may change the person.</param>
internal sealed record PersonFile(Guid Id, Guid Stamp, PersonDetails Details, PersonName Name, PersonContact? Contact, Guid? AccountId, DateOnly? ArchivedOn, bool MayEdit,
    IReadOnlyList<EmploymentView> Employments, IReadOnlyList<HonourView> Honours);

internal sealed record PersonContact(string? Email, string? Phone);

/// <param name="Where">The unit with its school and district, as the language orders them.</param>
internal sealed record EmploymentView(Guid Id, Guid UnitId, string Unit, string Where, string? Subject, GradeBand? GradeBand, EmploymentLoad Load, string? Title, DateOnly From, DateOnly? To);

/// <summary>An appraisal (level and category) or a place in the tutor network (position).</summary>
internal sealed record HonourView(Guid Id, BackboneLevel? Level, BackboneCategory? Category, TutorPosition? Position, string? Subject, string? GroupName, DateOnly From, DateOnly? To);

/// <summary>Reads a person's file for those whose permission reaches them.</summary>
internal sealed class PersonDetailsQuery(PersonAccess people, IAccess access, IOrganisation organisation, SubjectNames subjectNames, TimeProvider clock) : IScopedDependency
{
    /// <exception cref="RecordMissing">There is no such person within reach.</exception>
    public async Task<PersonFile> Find(Guid id, CancellationToken cancel)
    {
        var row = await (await people.Reached(InstitutesPermissions.People.View, cancel)).Where(p => p.Id == id).Select(p => new
        {
            p.Id, p.ConcurrencyStamp, p.StaffNumber, p.FamilyName, p.GivenName, p.LatinName, p.Gender, p.BirthYear, p.Email, p.Phone, p.AccountId, p.ArchivedOn,
            Employments = p.Employments.OrderByDescending(e => e.From).ToList(),
            Appraisals = p.Appraisals.ToList(),
            Appointments = p.TutorAppointments.ToList(),
        }).AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(cancel) ?? throw new RecordMissing("person");
        var (tree, subjects) = (await organisation.Tree(cancel), await subjectNames.All(cancel));
        string? Subject(Guid? subjectId) => subjectId is { } known ? subjects.GetValueOrDefault(known)?.ToString() : null;
        var works = row.Employments.Where(e => e.Overlaps(clock.Today(), clock.Today())).DefaultIfEmpty(row.Employments.FirstOrDefault()).OfType<Employment>().Select(e => e.UnitId).ToList();
        var (seesContact, mayEdit) = (await Reaches(InstitutesPermissions.People.Contact, works, cancel), await Reaches(InstitutesPermissions.People.Edit, works, cancel));
        return new(row.Id, row.ConcurrencyStamp, new(row.StaffNumber, row.FamilyName, row.GivenName, row.LatinName, row.Gender, row.BirthYear, seesContact ? row.Email : null, seesContact ? row.Phone : null),
            new(row.FamilyName, row.GivenName, row.LatinName), seesContact ? new(row.Email, row.Phone) : null, row.AccountId, row.ArchivedOn, mayEdit,
            [.. row.Employments.Select(e => new EmploymentView(e.Id, e.UnitId, tree.Find(e.UnitId)?.Name.ToString() ?? "", Where(tree, e.UnitId), Subject(e.SubjectId), e.GradeBand, e.Load, e.Title, e.From, e.To))],
            [.. row.Appraisals.Select(a => new HonourView(a.Id, a.Level, a.Category, Position: null, Subject(a.SubjectId), GroupName: null, a.From, a.To)),
             .. row.Appointments.Select(a => new HonourView(a.Id, Level: null, Category: null, a.Position, Subject(a.SubjectId), a.GroupName, a.From, a.To))]);
    }

    /// <summary>Who the person is, whole, for those who may change it.</summary>
    /// <exception cref="AccessDenied">The reader may see the person but not change it.</exception>
    public async Task<(PersonDetails Details, Guid Stamp)> ForEditing(Guid id, CancellationToken cancel)
    {
        var person = await people.Load(InstitutesPermissions.People.Edit, id, cancel);
        return (new(person.StaffNumber, person.FamilyName, person.GivenName, person.LatinName, person.Gender, person.BirthYear, person.Email, person.Phone), person.ConcurrencyStamp);
    }

    private async Task<bool> Reaches(string permission, IReadOnlyCollection<Guid> units, CancellationToken cancel)
    {
        var scope = await access.ScopeOf(permission, cancel);
        return scope.Everything || units.Any(scope.Includes);
    }

    /// <summary>"English Department, Taiping Town Central, Conghua" or “从化区太平镇中心小学英语科组”: without the institute, unless it is the unit itself.</summary>
    private static string Where(OrganisationTree tree, Guid unitId)
    {
        var path = tree.PathOf(unitId).Where(u => u.Kind != UnitKind.Institute || u.Id == unitId).Select(u => u.Name.ToString());
        return Languages.IsChinese ? string.Concat(path.Reverse()) : string.Join(", ", path);
    }
}
