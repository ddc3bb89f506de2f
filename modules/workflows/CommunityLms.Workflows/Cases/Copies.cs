using CommunityLms.Kernel.Data.Paging;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Paging;
using CommunityLms.Workflows.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Cases;

/// <summary>A case that somebody showed to the reader.</summary>
internal sealed record CopyRow(Guid Id, Guid CaseId, string CaseTitle, string SentBy, DateTime SentAt, bool IsSeen);

/// <summary>What was shown to whoever is signed in (抄送).</summary>
internal sealed class Copies(WorkflowsDbContext db, CaseRunner runner) : IScopedDependency
{
    /// <summary>The newest first.</summary>
    public Task<Page<CopyRow>> Mine(PageRequest page, CancellationToken cancel)
    {
        var me = runner.Actor.PersonId;
        return db.Copies.Where(c => c.PersonId == me).ToPage(c => c.SentAt, c => c.Id,
            c => new CopyRow(c.Id, c.CaseId, db.Cases.Where(r => r.Id == c.CaseId).Select(r => r.Title).First(), c.SentBy, c.SentAt, c.SeenAt != null), page, cancel, descending: true);
    }

    /// <exception cref="RecordMissing">Nobody showed that to whoever is signed in.</exception>
    public async Task See(Guid copyId, CancellationToken cancel)
    {
        var me = runner.Actor.PersonId;
        var copy = await db.Copies.SingleOrDefaultAsync(c => c.Id == copyId && c.PersonId == me, cancel) ?? throw new RecordMissing("copy");
        copy.See(runner.Now.UtcDateTime);
        await db.SaveChangesAsync(cancel);
    }
}
