using System.Text.Json.Nodes;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Definitions;

namespace CommunityLms.Workflows.Inbox;

/// <summary>Decides several tasks alike where their drawings allow it, each in a transaction of its own.</summary>
internal sealed class BulkComplete(TaskAccess access, Graphs graphs, CompleteTask complete) : IScopedDependency
{
    /// <returns>How many were done; the first that can't be is named by the exception, and those before it stay done.</returns>
    /// <exception cref="RuleBroken">A drawing doesn't allow it, or the task itself refuses.</exception>
    public async Task<int> Handle(IReadOnlyList<Guid> workItemIds, JsonObject answers, CancellationToken cancel)
    {
        foreach (var id in workItemIds)
        {
            var (item, running, _, _) = await access.Load(id, cancel);
            var node = (await graphs.Of(running.VersionId, cancel))[item.NodeId];
            if (node.Properties.GetValueOrDefault(TaskProperties.Bulk) != "true")
                throw new RuleBroken(WorkRules.NoBulk, item.Name);
        }
        foreach (var id in workItemIds)
            await complete.Handle(id, (JsonObject)answers.DeepClone(), comment: null, cancel);
        return workItemIds.Count;
    }
}
