using CommunityLms.Kernel.Localization;

namespace CommunityLms.Institutes.Contracts;

/// <summary>The organisation tree of the current institute, for other modules.</summary>
public interface IOrganisation
{
    Task<OrganisationTree> Tree(CancellationToken cancel);
}

/// <summary>A unit as other modules see it.</summary>
/// <param name="ParentId">Null for the institute itself.</param>
/// <param name="Setting">Null where it doesn't apply.</param>
/// <param name="IsArchived">It no longer takes part, its history stays.</param>
public sealed record UnitInfo(Guid Id, Guid? ParentId, UnitKind Kind, UnitSetting? Setting, string? Code, LocalName Name, bool IsArchived);

/// <summary>A picture of all units at one moment; small enough to keep, quick to ask.</summary>
public sealed class OrganisationTree
{
    private readonly Dictionary<Guid, UnitInfo> _units;
    private readonly ILookup<Guid, UnitInfo> _children;

    public OrganisationTree(IReadOnlyCollection<UnitInfo> units)
    {
        _units = units.ToDictionary(u => u.Id);
        _children = units.Where(u => u.ParentId is not null).OrderBy(u => u.Kind).ThenBy(u => u.Code, StringComparer.Ordinal).ThenBy(u => u.Name.Name, StringComparer.Ordinal).ToLookup(u => u.ParentId!.Value);
        Root = units.FirstOrDefault(u => u.ParentId is null);
    }

    /// <summary>The institute itself; null before it is set up.</summary>
    public UnitInfo? Root { get; }

    public IReadOnlyCollection<UnitInfo> All => _units.Values;

    public UnitInfo? Find(Guid id) => _units.GetValueOrDefault(id);

    public IEnumerable<UnitInfo> ChildrenOf(Guid id) => _children[id];

    /// <summary>The unit and everything below it.</summary>
    public IEnumerable<UnitInfo> SubtreeOf(Guid id)
    {
        if (Find(id) is not { } top)
            yield break;
        var open = new Stack<UnitInfo>([top]);
        while (open.TryPop(out var unit))
        {
            yield return unit;
            foreach (var child in _children[unit.Id].Reverse())
                open.Push(child);
        }
    }

    /// <summary>From the unit itself up to the institute.</summary>
    public IEnumerable<UnitInfo> PathOf(Guid id)
    {
        for (var unit = Find(id); unit is not null; unit = unit.ParentId is { } parent ? Find(parent) : null)
            yield return unit;
    }

    /// <summary>The units above it without the institute, as the reader's language orders them: "Red Torch School, Yuexiu", “越秀区 红火炬学校”.</summary>
    public string PlaceOf(Guid id)
    {
        var above = PathOf(id).Skip(1).Where(u => u.Kind != UnitKind.Institute).Select(u => u.Name.ToString());
        return Languages.IsChinese ? string.Join(' ', above.Reverse()) : string.Join(", ", above);
    }

    /// <summary>The nearest unit of a kind at or above this one, for example the district of a department.</summary>
    public UnitInfo? Above(Guid id, params ReadOnlySpan<UnitKind> kinds)
    {
        foreach (var unit in PathOf(id))
            if (kinds.Contains(unit.Kind))
                return unit;
        return null;
    }
}
