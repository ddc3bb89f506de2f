using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Engine.Bpmn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CommunityLms.Workflows.Definitions;

/// <summary>Published drawings, read once: a version never changes, so that keeping it is safe on every node.</summary>
internal sealed class Graphs(WorkflowsDbContext db, IMemoryCache cache) : IScopedDependency
{
    private static readonly TimeSpan s_kept = TimeSpan.FromHours(1);

    public async Task<ProcessGraph> Of(Guid versionId, CancellationToken cancel) =>
        (await cache.GetOrCreateAsync((typeof(Graphs), versionId), async entry =>
        {
            entry.SlidingExpiration = s_kept;
            var xml = await db.Versions.Where(v => v.Id == versionId).Select(v => v.Xml).SingleOrDefaultAsync(cancel) ?? throw new RecordMissing("workflow");
            return BpmnReader.Read(xml).Process!;
        }))!;
}
