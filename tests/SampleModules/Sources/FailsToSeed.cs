using CommunityLms.Kernel.Seeding;

public sealed class FailsToSeedModule : LmsModule;

public sealed class FailingSeed : IDataSeedContributor
{
    public Task Seed(bool sample, CancellationToken cancel) => Task.FromException(new InvalidOperationException("The list of subjects is empty."));
}
