using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Institutes.Contracts;

/// <summary>
/// Says which units a module's records refer to. A module that stores unit ids contributes one, and no unit it knows is deleted, by hand or
/// by undoing an import; such a unit can still be archived.
/// </summary>
public interface IUnitReferences : IContributor
{
    /// <param name="units">The units that somebody wants to delete; thousands when an import is undone.</param>
    /// <returns>Those of them that the module's records refer to.</returns>
    Task<IReadOnlyCollection<Guid>> ReferredTo(IReadOnlyCollection<Guid> units, CancellationToken cancel);
}
