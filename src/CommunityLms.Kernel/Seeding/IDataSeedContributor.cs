using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Seeding;

/// <summary>Fills the tables a module can't do without, and, where asked, a sample that makes the first run a tour.</summary>
public interface IDataSeedContributor : IContributor
{
    /// <summary>Called at every start; must do nothing where its data is there already.</summary>
    /// <param name="sample">Whether the sample is wanted; never in Production.</param>
    Task Seed(bool sample, CancellationToken cancel);
}
