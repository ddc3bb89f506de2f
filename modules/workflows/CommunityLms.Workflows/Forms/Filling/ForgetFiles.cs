using System.Text.Json.Nodes;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Inbox;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>Takes files away that were brought for a form and never became part of a case. Those in a draft of an open task stay.</summary>
internal sealed class ForgetFiles(WorkflowsDbContext db, IFileStore store, ICurrentTenant tenant, TimeProvider clock) : IRecurringJob
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Title => "Removing files of forms that were never sent";

    public string Cron => "0 50 18 * * ?";

    public async Task Run(IJobContext job, CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime - Kept;
        // It runs for no institute and serves all, one after the other.
        var institutes = await db.BroughtFiles.IgnoreQueryFilters([Filters.Tenant]).Where(f => f.BroughtAt < before).Select(f => f.TenantId).Distinct().ToListAsync(cancel);
        foreach (var institute in institutes)
        {
            using var _ = tenant.Change(institute);
            await Forget(before, cancel);
        }
    }

    private async Task Forget(DateTime before, CancellationToken cancel)
    {
        var drafts = await db.WorkItems.Where(w => w.State == WorkState.Open && w.Draft != null).Select(w => w.Draft!).ToListAsync(cancel);
        var inDrafts = drafts.SelectMany(d => KeptFile.Within(JsonNode.Parse(d))).Select(f => f.Id).ToHashSet();
        foreach (var file in await db.BroughtFiles.Where(f => f.BroughtAt < before).ToListAsync(cancel))
        {
            if (inDrafts.Contains(file.FileId))
                continue;
            // The file first: killed in between, the row leads here again.
            await store.Remove(file.FileId, cancel);
            db.Remove(file);
            await db.SaveChangesAsync(cancel);
        }
    }
}
