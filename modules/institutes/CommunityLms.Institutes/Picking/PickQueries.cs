using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Institutes.Picking;

/// <summary>Something to choose in a picker.</summary>
/// <param name="Hint">Where it belongs, for names that repeat.</param>
internal sealed record Picked(Guid Id, string Name, string? Hint);

/// <summary>Finds people and units as one types, no further than the reader may see them.</summary>
internal sealed class PickQueries(PersonAccess people, IAccess access, IOrganisation organisation, TimeProvider clock) : IScopedDependency
{
    /// <summary>How many a picker shows; who doesn't see the right one types more.</summary>
    public const int Most = 20;

    /// <param name="words">Parts of name, transcription or staff number; without any nobody is found.</param>
    public async Task<IReadOnlyList<Picked>> People(string? words, CancellationToken cancel)
    {
        var asked = PersonSearch.Words(words).ToList();
        if (asked.Count == 0)
            return [];
        var found = (await people.Reached(InstitutesPermissions.People.View, cancel)).Where(p => p.ArchivedOn == null);
        foreach (var word in asked)
            found = found.Where(p => p.SearchText.Contains(word));
        return await Show(found.OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(Most), cancel);
    }

    /// <summary>The person already chosen; null where the reader may not see them.</summary>
    public async Task<Picked?> Person(Guid? id, CancellationToken cancel) =>
        id is null ? null : (await Show((await people.Reached(InstitutesPermissions.People.View, cancel)).Where(p => p.Id == id), cancel)).SingleOrDefault();

    /// <param name="words">Parts of name, transcription or code; without any the uppermost units are found.</param>
    public async Task<IReadOnlyList<Picked>> Units(string? words, CancellationToken cancel)
    {
        var (tree, scope) = (await organisation.Tree(cancel), await access.ScopeOf(InstitutesPermissions.Units.View, cancel));
        var asked = PersonSearch.Words(words).ToList();
        var visible = tree.Root is { } root ? tree.SubtreeOf(root.Id).Where(u => !u.IsArchived && scope.Includes(u.Id)) : [];
        return [.. visible.Where(u => asked.TrueForAll(word => PersonSearch.Matches(u.Name, word) || u.Code?.StartsWith(word, StringComparison.OrdinalIgnoreCase) == true))
            .OrderBy(u => u.Kind).Take(Most).Select(u => Show(tree, u))];
    }

    /// <summary>The unit already chosen; null where the reader may not see it.</summary>
    public async Task<Picked?> Unit(Guid? id, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        return id is { } chosen && tree.Find(chosen) is { } unit && await access.May(InstitutesPermissions.Units.View, chosen, cancel) ? Show(tree, unit) : null;
    }

    private static Picked Show(OrganisationTree tree, UnitInfo unit) => new(unit.Id, unit.Name.ToString(), tree.PlaceOf(unit.Id) is { Length: > 0 } place ? place : null);

    private async Task<IReadOnlyList<Picked>> Show(IQueryable<Person> found, CancellationToken cancel)
    {
        var today = clock.Today();
        var rows = await found.Select(p => new
        {
            p.Id, p.FamilyName, p.GivenName, p.LatinName,
            UnitId = p.Employments.Where(e => e.From <= today && (e.To == null || e.To >= today)).OrderBy(e => e.From).Select(e => (Guid?)e.UnitId).FirstOrDefault(),
        }).ToListAsync(cancel);
        var tree = await organisation.Tree(cancel);
        return [.. rows.Select(p => new Picked(p.Id, new PersonName(p.FamilyName, p.GivenName, p.LatinName).ToString(), p.UnitId is { } unit && tree.Find(unit) is { } works ? WorksIn(tree, works) : null))];
    }

    private static string WorksIn(OrganisationTree tree, UnitInfo unit)
    {
        var (name, place) = (unit.Name.ToString(), tree.PlaceOf(unit.Id));
        return place.Length == 0 ? name : Kernel.Localization.Languages.IsChinese ? $"{place} {name}" : $"{name}, {place}";
    }
}
