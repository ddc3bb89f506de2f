using CommunityLms.Institutes.Contracts;

namespace CommunityLms.Mentoring.Pairings.Import;

/// <summary>Finds units as tables name them: by code, by name, or by the names from the unit above on ("Beixing Primary School English Department").</summary>
internal sealed class UnitLookup
{
    private readonly Dictionary<string, UnitInfo> _byCode;
    private readonly ILookup<string, UnitInfo> _byName;

    public UnitLookup(OrganisationTree tree)
    {
        var active = tree.All.Where(u => !u.IsArchived).ToList();
        _byCode = active.Where(u => u.Code is not null).DistinctBy(u => u.Code!.ToUpperInvariant()).ToDictionary(u => u.Code!.ToUpperInvariant());
        _byName = active.SelectMany(u => NamesOf(u, u.ParentId is { } above ? tree.Find(above) : null).Distinct(), (unit, name) => (unit, name)).ToLookup(n => n.name, n => n.unit);
    }

    /// <summary>One unit, or several of one name; none where nothing is called so.</summary>
    public IReadOnlyList<UnitInfo> Find(string words) => _byCode.TryGetValue(words.ToUpperInvariant(), out var unit) ? [unit] : [.. _byName[Plain(words)]];

    private static IEnumerable<string> NamesOf(UnitInfo unit, UnitInfo? above)
    {
        yield return Plain(unit.Name.Name);
        yield return Plain(above?.Name.Name + unit.Name.Name);
        if (unit.Name.LatinName is not { } latin)
            yield break;
        yield return Plain(latin);
        yield return Plain(above?.Name.LatinName + latin);
    }

    /// <summary>Without spaces and marks: people put them differently.</summary>
    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
