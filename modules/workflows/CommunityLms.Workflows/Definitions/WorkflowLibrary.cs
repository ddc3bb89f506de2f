using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Definitions;

/// <summary>What other modules see of drawings.</summary>
internal sealed class WorkflowLibrary(WorkflowsDbContext db, PublishDefinition publish, CaseRunner runner) : IWorkflowLibrary, IScopedDependency
{
    public async Task<IReadOnlyList<WorkflowInfo>> Published(CancellationToken cancel) =>
        await db.Definitions.Where(d => d.CurrentVersionId != null && d.ArchivedOn == null).OrderBy(d => d.Name).Select(d => new WorkflowInfo(d.Key, d.Name)).ToListAsync(cancel);

    public async Task Bring(string key, string name, string drawing, CancellationToken cancel)
    {
        if (await db.Definitions.AnyAsync(d => d.Key == key, cancel))
            return;
        var definition = new Definition(key, name, drawing);
        db.Add(definition);
        await db.SaveChangesAsync(cancel);
        await runner.Commit(() => publish.Publish(definition.Id, note: null, cancel), cancel);
    }
}
