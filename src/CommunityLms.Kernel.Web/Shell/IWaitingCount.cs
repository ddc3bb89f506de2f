using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Web.Shell;

/// <summary>How many things wait for the signed-in person behind an entry of the menu, shown beside its words on every page: it must cost nothing.</summary>
public interface IWaitingCount : IContributor
{
    /// <summary>The entry's address.</summary>
    string Url { get; }

    Task<int> Count(CancellationToken cancel);
}
