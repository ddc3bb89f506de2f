using CommunityLms.Institutes.Contracts;
using CommunityLms.Institutes.People;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;

namespace CommunityLms.Institutes.Organisation;

/// <summary>What the tree is narrowed to.</summary>
/// <param name="Search">Words that each occur in the name, the Latin name or the code.</param>
/// <param name="Setting">The unit's own setting or, for a department, that of its school.</param>
/// <param name="Archived">Whether archived units are shown as well.</param>
internal sealed record UnitFilter(string? Search = null, UnitKind? Kind = null, UnitSetting? Setting = null, bool Archived = false)
{
    public bool IsNarrow => !string.IsNullOrWhiteSpace(Search) || Kind is not null || Setting is not null;
}

/// <summary>A unit in the tree as one person sees it.</summary>
/// <param name="People">Who works in it or below it today.</param>
/// <param name="MayOpen">False for a unit that only shows where the person's own units stand.</param>
/// <param name="Children">Those to be shown.</param>
/// <param name="More">How many units below are left for when the person opens it.</param>
internal sealed record UnitNode(UnitInfo Unit, int People, bool MayOpen, IReadOnlyList<UnitNode> Children, int More);

/// <summary>A part of the tree.</summary>
/// <param name="Matches">How many units the filter found.</param>
/// <param name="Shown">How many of them the drawing holds.</param>
internal sealed record UnitForest(OrganisationTree Tree, UnitNode? Root, int Matches, int Shown);

/// <summary>Draws the tree: as deep as fits on a page, or with what a filter finds and the units above it.</summary>
internal sealed class UnitTree(OrganisationStore organisation, PeopleCounts people, IAccess access) : IScopedDependency
{
    /// <summary>Units a page; a page of the tree then stays under 30 kB on the wire.</summary>
    public const int Limit = 250;

    /// <param name="from">The unit to begin with; null for the whole institute.</param>
    public async Task<UnitForest> Draw(UnitFilter filter, Guid? from, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        var scope = await access.ScopeOf(InstitutesPermissions.Units.View, cancel);
        if ((from is { } id ? tree.Find(id) : tree.Root) is not { } top)
            return new(tree, Root: null, Matches: 0, Shown: 0);
        var found = tree.SubtreeOf(top.Id).Where(u => scope.Includes(u.Id) && Matches(u, tree, filter)).ToList();
        var matches = (filter.IsNarrow ? found.Take(Limit) : found).Select(u => u.Id).ToHashSet();
        var shown = matches.SelectMany(m => tree.PathOf(m)).Select(u => u.Id).ToHashSet();
        var drawing = new Drawing(tree, scope, shown, await people.ByUnit(cancel));
        var root = drawing.Node(top, filter.IsNarrow ? int.MaxValue : drawing.DepthThatFits(top));
        return new(tree, found.Count == 0 ? null : root, found.Count, matches.Count);
    }

    /// <summary>The setting of a unit or, where it has none, of the nearest one above.</summary>
    public static UnitSetting? SettingOf(UnitInfo unit, OrganisationTree tree) =>
        unit.Setting ?? (unit.Kind == UnitKind.Department ? tree.PathOf(unit.Id).Skip(1).Select(u => u.Setting).FirstOrDefault() : null);

    private static bool Matches(UnitInfo unit, OrganisationTree tree, UnitFilter filter) =>
        (filter.Archived || !unit.IsArchived)
        && (filter.Kind is null || unit.Kind == filter.Kind)
        && (filter.Setting is null || SettingOf(unit, tree) == filter.Setting)
        && PersonSearch.Words(filter.Search).All(word => PersonSearch.Matches(unit.Name, word) || unit.Code?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    private sealed class Drawing(OrganisationTree tree, UnitScope scope, HashSet<Guid> shown, Dictionary<Guid, int> people)
    {
        public UnitNode Node(UnitInfo unit, int depth)
        {
            var below = ShownBelow(unit).ToList();
            return new(unit, people.GetValueOrDefault(unit.Id), scope.Includes(unit.Id),
                depth > 0 ? [.. below.Select(child => Node(child, depth - 1))] : [], depth > 0 ? 0 : below.Count);
        }

        /// <summary>How many levels below the top can be drawn within the limit; one at the least.</summary>
        public int DepthThatFits(UnitInfo top)
        {
            List<UnitInfo> level = [top];
            var (drawn, depth) = (1, 0);
            while (level.Count > 0 && (depth <= 1 || drawn <= Limit))
            {
                level = [.. level.SelectMany(ShownBelow)];
                drawn += level.Count;
                depth++;
            }
            return depth - 1;
        }

        private IEnumerable<UnitInfo> ShownBelow(UnitInfo unit) => tree.ChildrenOf(unit.Id).Where(c => shown.Contains(c.Id));
    }
}
