using System.Text.Json.Nodes;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Forms.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>Files between their arrival and the case they are for: who brought which.</summary>
internal sealed class BroughtFiles(WorkflowsDbContext db, IFileStore store, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    private const long MostBytes = 20 * 1024 * 1024;

    public static FilePolicy PolicyOf(IReadOnlyList<string> contentTypes) => new(MostBytes, contentTypes);

    /// <summary>Stores a file for an answer to come.</summary>
    /// <exception cref="Kernel.Domain.RuleBroken">It is too large, of another kind, or over the institute's quota.</exception>
    public async Task<KeptFile> Bring(IFormFile file, IReadOnlyList<string> contentTypes, CancellationToken cancel)
    {
        await using var content = file.OpenReadStream();
        var stored = await store.Save(content, file.FileName, PolicyOf(contentTypes), cancel);
        db.Add(new BroughtFile(stored.Id, stored.Name, stored.ContentType, Me, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancel);
        return new(stored.Id, stored.Name);
    }

    /// <summary>Those of the files in an answer that whoever is signed in brought.</summary>
    public async Task<IReadOnlyList<BroughtFile>> Mine(JsonNode answers, CancellationToken cancel)
    {
        var ids = KeptFile.Within(answers).Select(f => f.Id).Distinct().ToArray();
        var me = Me;
        return ids.Length == 0 ? [] : await db.BroughtFiles.Where(f => ids.Contains(f.FileId) && f.AccountId == me).ToListAsync(cancel);
    }

    /// <summary>A case has these files from now on; the caller saves.</summary>
    public async Task Settle(JsonNode answers, CancellationToken cancel)
    {
        var ids = KeptFile.Within(answers).Select(f => f.Id).Distinct().ToArray();
        if (ids.Length > 0)
            db.RemoveRange(await db.BroughtFiles.Where(f => ids.Contains(f.FileId)).ToListAsync(cancel));
    }

    private Guid Me => user.Actor?.AccountId ?? Guid.Empty;
}
