using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Institutes.Tests.Imports;

/// <summary>Another module, whose shelves stand in units.</summary>
[DependsOn(typeof(InstitutesContracts))]
public sealed class LibraryModule : LmsModule;

/// <summary>The units in which one of its shelves stands.</summary>
internal sealed class Shelves : ISingletonDependency
{
    public HashSet<Guid> Units { get; } = [];
}

internal sealed class ShelfReferences(Shelves shelves) : IUnitReferences
{
    public Task<IReadOnlyCollection<Guid>> ReferredTo(IReadOnlyCollection<Guid> units, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyCollection<Guid>>([.. units.Where(shelves.Units.Contains)]);
}
