using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Institutes.Picking;

/// <summary>What stands in the select of a picker: what is chosen and, where somebody searched without a script, what was found.</summary>
internal sealed class PickOptions(PickQueries pick) : IScopedDependency
{
    public async Task<IReadOnlyList<SelectListItem>> People(Guid? chosen, string? searched, CancellationToken cancel) =>
        Options(await pick.Person(chosen, cancel), searched is null ? [] : await pick.People(searched, cancel));

    /// <summary>Before anybody searched, the uppermost units stand there.</summary>
    public async Task<IReadOnlyList<SelectListItem>> Units(Guid? chosen, string? searched, CancellationToken cancel) =>
        Options(await pick.Unit(chosen, cancel), await pick.Units(searched, cancel));

    private static IReadOnlyList<SelectListItem> Options(Listed? chosen, IReadOnlyList<Listed> found) =>
        [.. (chosen is null ? found : found.Prepend(chosen)).DistinctBy(p => p.Id).Select(p => new SelectListItem(p.InFull, p.Id.ToString(), selected: p == chosen))];
}
