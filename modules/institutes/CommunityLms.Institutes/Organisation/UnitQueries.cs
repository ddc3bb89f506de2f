using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Organisation;

/// <summary>All there is to see of a unit.</summary>
/// <param name="Setting">Its own or the one it takes from above.</param>
/// <param name="Sees">The units the person may open.</param>
/// <param name="Path">The units above it, the institute first.</param>
/// <param name="People">Who works in it or below it today.</param>
/// <param name="Here">The first few who work in the unit itself.</param>
/// <param name="History">Newest first.</param>
internal sealed record UnitFile(OrganisationTree Tree, UnitScope Sees, UnitInfo Unit, Guid Stamp, string? Address, DateOnly? ArchivedOn, UnitInfo? MergedInto, UnitSetting? Setting, IReadOnlyList<UnitInfo> Path,
    IReadOnlyList<UnitChild> Children, int People, IReadOnlyList<UnitMember> Here, int HereInAll, IReadOnlyList<UnitEvent> History);

internal sealed record UnitChild(UnitInfo Unit, int People);

/// <summary>Somebody who works in a unit today.</summary>
internal sealed record UnitMember(Guid PersonId, PersonName Name, string? Title, LocalName? Subject);

internal sealed record UnitEvent(UnitChangeKind Kind, DateOnly On, string? From, string? To);

/// <summary>Reads units for people who may see them.</summary>
internal sealed class UnitQueries(InstitutesDbContext db, OrganisationStore organisation, PeopleCounts people, IAccess access, TimeProvider clock) : IScopedDependency
{
    private const int FewPeople = 12;

    /// <exception cref="RecordMissing">The institute has no such unit.</exception>
    /// <exception cref="AccessDenied">The person may not see it.</exception>
    public async Task<UnitInfo> Find(Guid id, string permission, CancellationToken cancel)
    {
        var unit = (await organisation.Tree(cancel)).Find(id) ?? throw new RecordMissing("unit");
        await access.Require(permission, id, cancel);
        return unit;
    }

    public async Task<UnitFile> File(Guid id, CancellationToken cancel)
    {
        var unit = await Find(id, InstitutesPermissions.Units.View, cancel);
        var tree = await organisation.Tree(cancel);
        var counts = await people.ByUnit(cancel);
        var row = await db.Units.Where(u => u.Id == id).Select(u => new { u.ConcurrencyStamp, u.Address, u.ArchivedOn, u.MergedIntoId }).SingleAsync(cancel);
        var history = await db.UnitChanges.Where(c => c.UnitId == id).OrderByDescending(c => c.On).ThenByDescending(c => c.Id)
            .Select(c => new UnitEvent(c.Kind, c.On, c.From, c.To)).ToListAsync(cancel);
        var (here, inAll) = await PeopleIn(id, cancel);
        return new(tree, await access.ScopeOf(InstitutesPermissions.Units.View, cancel), unit, row.ConcurrencyStamp, row.Address, row.ArchivedOn, row.MergedIntoId is { } into ? tree.Find(into) : null, UnitTree.SettingOf(unit, tree),
            [.. tree.PathOf(id).Skip(1).Reverse()], [.. tree.ChildrenOf(id).Select(c => new UnitChild(c, counts.GetValueOrDefault(c.Id)))],
            counts.GetValueOrDefault(id), here, inAll, history);
    }

    /// <summary>The form of a unit as it is stored now.</summary>
    public Task<StoredUnit> Stored(Guid id, CancellationToken cancel) =>
        db.Units.Where(u => u.Id == id).Select(u => new StoredUnit(new(u.Name, u.LatinName, u.Code, u.Setting, u.Address), u.ConcurrencyStamp)).SingleAsync(cancel);

    private async Task<(IReadOnlyList<UnitMember> Few, int InAll)> PeopleIn(Guid unitId, CancellationToken cancel)
    {
        if (!await access.May(InstitutesPermissions.People.View, unitId, cancel))
            return ([], 0);
        var today = clock.Today();
        var posts =
            from employment in db.Employments
            where employment.UnitId == unitId && employment.From <= today && (employment.To == null || employment.To >= today)
            join person in db.People on employment.PersonId equals person.Id
            join taught in db.Subjects on employment.SubjectId equals taught.Id into subjects
            from subject in subjects.DefaultIfEmpty()
            orderby person.SortName, person.Id, employment.From
            select new { person.Id, person.FamilyName, person.GivenName, person.LatinName, employment.Title, Subject = subject == null ? null : new LocalName(subject.Name, subject.LatinName) };
        var few = await posts.Take(FewPeople).ToListAsync(cancel);
        var inAll = few.Count < FewPeople ? few.Count : await posts.CountAsync(cancel);
        return ([.. few.Select(p => new UnitMember(p.Id, new(p.FamilyName, p.GivenName, p.LatinName), p.Title, p.Subject))], inAll);
    }
}

/// <summary>A unit's details with the version they are of.</summary>
internal sealed record StoredUnit(UnitDetails Details, Guid Stamp);
