using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Institutes.Contracts;

/// <summary>
/// Says whether a module's records refer to a unit. A module that stores unit ids contributes one, and no unit it knows can be deleted;
/// such a unit can still be archived.
/// </summary>
public interface IUnitReferences : IContributor
{
    Task<bool> ReferTo(Guid unitId, CancellationToken cancel);
}
