using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Imports;

/// <summary>
/// Keeps records that undoing an import would delete although something refers to them that no foreign key tells of, such as another
/// module's records. The undoing is refused as a whole.
/// </summary>
public interface IUndoGuard : IContributor
{
    /// <param name="record">The class of the records.</param>
    /// <exception cref="RuleBroken">Some of them must stay: which, why and what to do instead.</exception>
    Task RequireUnused(Type record, IReadOnlyCollection<Guid> ids, CancellationToken cancel);
}
