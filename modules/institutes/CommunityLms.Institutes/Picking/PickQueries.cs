using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Picking;

/// <summary>Finds people and units as one types: no further than the reader may see them, and as a directory of the whole institute.</summary>
internal sealed class PickQueries(InstitutesDbContext db, PersonAccess people, IAccess access, IOrganisation organisation, TimeProvider clock) : IDirectory, IScopedDependency
{
    /// <summary>How many a picker shows; who doesn't see the right one types more.</summary>
    public const int Most = 20;

    /// <param name="words">Parts of name, transcription or staff number; without any nobody is found.</param>
    public async Task<IReadOnlyList<Listed>> People(string? words, CancellationToken cancel) =>
        await Search(await people.Reached(InstitutesPermissions.People.View, cancel), words, cancel);

    public Task<IReadOnlyList<Listed>> Colleagues(string? words, CancellationToken cancel) => Search(db.People, words, cancel);

    private async Task<IReadOnlyList<Listed>> Search(IQueryable<Person> among, string? words, CancellationToken cancel)
    {
        var asked = PersonSearch.Words(words).ToList();
        if (asked.Count == 0)
            return [];
        var found = among.Where(p => p.ArchivedOn == null);
        foreach (var word in asked)
            found = found.Where(p => p.SearchText.Contains(word));
        return await Show(found.OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(Most), cancel);
    }

    /// <summary>The person already chosen; null where the reader may not see them.</summary>
    public async Task<Listed?> Person(Guid? id, CancellationToken cancel) =>
        id is null ? null : (await Show((await people.Reached(InstitutesPermissions.People.View, cancel)).Where(p => p.Id == id), cancel)).SingleOrDefault();

    /// <param name="words">Parts of name, transcription or code; without any the uppermost units are found.</param>
    public async Task<IReadOnlyList<Listed>> Units(string? words, CancellationToken cancel)
    {
        var scope = await access.ScopeOf(InstitutesPermissions.Units.View, cancel);
        return Search(await organisation.Tree(cancel), u => scope.Includes(u.Id), words);
    }

    public async Task<IReadOnlyList<Listed>> Places(string? words, CancellationToken cancel) => Search(await organisation.Tree(cancel), _ => true, words);

    public async Task<IReadOnlyDictionary<Guid, Listed>> Find(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        var found = ids.Select(tree.Find).OfType<UnitInfo>().Select(u => Show(tree, u)).DistinctBy(u => u.Id).ToDictionary(u => u.Id);
        var others = ids.Where(id => !found.ContainsKey(id)).Distinct().ToArray();
        foreach (var person in others.Length == 0 ? [] : await Show(db.People.Where(p => others.Contains(p.Id)), cancel))
            found.Add(person.Id, person);
        return found;
    }

    private static IReadOnlyList<Listed> Search(OrganisationTree tree, Predicate<UnitInfo> isVisible, string? words)
    {
        var asked = PersonSearch.Words(words).ToList();
        var visible = tree.Root is { } root ? tree.SubtreeOf(root.Id).Where(u => !u.IsArchived && isVisible(u)) : [];
        return [.. visible.Where(u => asked.TrueForAll(word => PersonSearch.Matches(u.Name, word) || u.Code?.StartsWith(word, StringComparison.OrdinalIgnoreCase) == true))
            .OrderBy(u => u.Kind).Take(Most).Select(u => Show(tree, u))];
    }

    /// <summary>The unit already chosen; null where the reader may not see it.</summary>
    public async Task<Listed?> Unit(Guid? id, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        return id is { } chosen && tree.Find(chosen) is { } unit && await access.May(InstitutesPermissions.Units.View, chosen, cancel) ? Show(tree, unit) : null;
    }

    private static Listed Show(OrganisationTree tree, UnitInfo unit) => new(unit.Id, unit.Name.ToString(), tree.PlaceOf(unit.Id) is { Length: > 0 } place ? place : null);

    private async Task<IReadOnlyList<Listed>> Show(IQueryable<Person> found, CancellationToken cancel)
    {
        var today = clock.Today();
        var rows = await found.Select(p => new
        {
            p.Id, p.FamilyName, p.GivenName, p.LatinName,
            UnitId = p.Employments.Where(e => e.From <= today && (e.To == null || e.To >= today)).OrderBy(e => e.From).Select(e => (Guid?)e.UnitId).FirstOrDefault(),
        }).ToListAsync(cancel);
        var tree = await organisation.Tree(cancel);
        return [.. rows.Select(p => new Listed(p.Id, new PersonName(p.FamilyName, p.GivenName, p.LatinName).ToString(), p.UnitId is { } unit && tree.Find(unit) is { } works ? WorksIn(tree, works) : null))];
    }

    private static string WorksIn(OrganisationTree tree, UnitInfo unit)
    {
        var (name, place) = (unit.Name.ToString(), tree.PlaceOf(unit.Id));
        return place.Length == 0 ? name : Kernel.Localization.Languages.IsChinese ? $"{place} {name}" : $"{name}, {place}";
    }
}
