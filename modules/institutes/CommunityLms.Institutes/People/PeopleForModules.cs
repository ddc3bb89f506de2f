using System.Linq.Expressions;
using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.People;

/// <summary>What other modules see of people.</summary>
internal sealed class PeopleForModules(InstitutesDbContext db, Employing employing, IOrganisation organisation, TimeProvider clock) : IPeople, IScopedDependency
{
    private static readonly Expression<Func<Person, PersonInfo>> s_info = p => new PersonInfo(p.Id, new(p.FamilyName, p.GivenName, p.LatinName), p.AccountId, p.ArchivedOn != null, p.StaffNumber);

    public async Task<IReadOnlyDictionary<Guid, PersonInfo>> Find(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        await db.People.Where(p => ids.Contains(p.Id)).Select(s_info).ToDictionaryAsync(p => p.Id, cancel);

    public async Task<IReadOnlyDictionary<string, PersonInfo>> ByStaffNumber(IReadOnlyCollection<string> numbers, CancellationToken cancel) =>
        await db.People.Where(p => numbers.Contains(p.StaffNumber)).Select(s_info).ToDictionaryAsync(p => p.StaffNumber, cancel);

    public async Task<IReadOnlyList<Guid>> WorkplacesOf(Guid personId, CancellationToken cancel)
    {
        var today = clock.Today();
        return await db.People.Where(p => p.Id == personId)
            .SelectMany(p => p.Employments.Where(e => e.From <= today && (e.To == null || e.To >= today)).Select(e => e.UnitId)).Distinct().ToListAsync(cancel);
    }

    public async Task Transfer(Guid personId, Guid fromUnitId, Guid toUnitId, DateOnly on, CancellationToken cancel)
    {
        var person = await db.People.Include(p => p.Employments).SingleOrDefaultAsync(p => p.Id == personId, cancel) ?? throw new RecordMissing("person");
        var tree = await organisation.Tree(cancel);
        var left = InAny(tree.SubtreeOf(fromUnitId)).Except([toUnitId]).ToList();
        if (left.Count > 0)
            await employing.CarryOver(person, left, toUnitId, on, cancel);
        else if (!InAny(tree.SubtreeOf(toUnitId)).Any())
            throw new RuleBroken(PersonRules.WorksInNeither);

        IEnumerable<Guid> InAny(IEnumerable<UnitInfo> units) => units.Select(u => u.Id).Intersect(person.Employments.Where(e => e.Overlaps(on, null)).Select(e => e.UnitId));
    }
}
