using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;

namespace CommunityLms.Institutes.Organisation;

/// <summary>A unit to choose.</summary>
/// <param name="Path">Its name after the names of the units above it, so that two of one name are told apart.</param>
internal sealed record UnitChoice(UnitInfo Unit, string Path);

/// <summary>Finds the units a person may choose as the place or the partner of a change.</summary>
internal sealed class UnitChoices(OrganisationStore organisation, IAccess access) : IScopedDependency
{
    /// <summary>How many are offered at once; a search finds the others.</summary>
    public const int Limit = 200;

    /// <summary>The active units the person may edit, in the order of the tree.</summary>
    /// <param name="words">Words that each occur in the path; null for all.</param>
    public async Task<IReadOnlyList<UnitChoice>> Find(Func<UnitInfo, bool> fits, string? words, CancellationToken cancel)
    {
        var tree = await organisation.Tree(cancel);
        var scope = await access.ScopeOf(InstitutesPermissions.Units.Edit, cancel);
        var wanted = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return tree.Root is null ? [] : [.. tree.SubtreeOf(tree.Root.Id).Where(u => !u.IsArchived && scope.Includes(u.Id) && fits(u))
            .Select(u => new UnitChoice(u, PathOf(u, tree))).Where(c => wanted.All(w => c.Path.Contains(w, StringComparison.CurrentCultureIgnoreCase)))];
    }

    private static string PathOf(UnitInfo unit, OrganisationTree tree) =>
        string.Join(" / ", tree.PathOf(unit.Id).Where(u => u.ParentId is not null || u.Id == unit.Id).Reverse().Select(u => u.Name));
}
