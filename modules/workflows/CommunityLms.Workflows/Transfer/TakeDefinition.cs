using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Permissions;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Transfer;

/// <summary>Writes a workflow as it stands, with its forms, into one file.</summary>
internal sealed class TakeDefinition(WorkflowsDbContext db, IAccess access) : IScopedDependency
{
    /// <exception cref="RecordMissing">There is no such workflow in this institute.</exception>
    public async Task<(string Key, byte[] Content)> Handle(Guid definitionId, CancellationToken cancel)
    {
        if (!await access.May(WorkflowsPermissions.Definitions.View, cancel))
            throw new AccessDenied(WorkflowsPermissions.Definitions.View);
        var definition = await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == definitionId, cancel) ?? throw new RecordMissing("workflow");
        var forms = await db.Forms.Where(f => f.DefinitionId == definitionId).OrderBy(f => f.Key).Select(f => new FormFile(f.Key, f.Name, f.Schema)).ToListAsync(cancel);
        return (definition.Key, new WorkflowFile(definition.Key, definition.Name, definition.Draft, forms).Write());
    }
}
