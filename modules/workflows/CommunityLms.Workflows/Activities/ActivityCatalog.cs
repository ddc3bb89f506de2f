using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Contracts;

namespace CommunityLms.Workflows.Activities;

/// <summary>What the modules can do within a case.</summary>
internal sealed class ActivityCatalog(IServiceProvider services) : ITransientDependency
{
    public IReadOnlyList<ActivityDescription> All => [.. services.Contributed((IWorkflowActivity a) => new[] { a.Describe() }).OrderBy(a => a.Name, StringComparer.Ordinal)];

    /// <summary>Null where no enabled module offers it.</summary>
    public IWorkflowActivity? Find(string name) => services.Contributed((IWorkflowActivity a) => a.Describe().Name == name ? new[] { a } : []).FirstOrDefault();
}

/// <summary>What is to be done for a service task.</summary>
/// <param name="Variables">What the activity sees.</param>
internal sealed record ActivityOrder(string Name, System.Text.Json.Nodes.JsonObject Variables);

/// <summary>No enabled module offers the activity.</summary>
internal sealed class UnknownActivity(string name) : Exception($"No enabled module offers the activity {name}.");
