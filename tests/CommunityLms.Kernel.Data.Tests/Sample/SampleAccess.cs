using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;

namespace CommunityLms.Kernel.Data.Tests.Sample;

/// <summary>Everybody may do everything here; who may do what is the institutes module's to test.</summary>
internal sealed class SampleAccess : IAccess, IScopedDependency
{
    public Task<UnitScope> ScopeOf(string permission, CancellationToken cancel) => Task.FromResult(UnitScope.All);
}
