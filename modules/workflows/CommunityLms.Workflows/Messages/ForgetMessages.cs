using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Workflows.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Messages;

/// <summary>Forgets messages whose time is over.</summary>
internal sealed class ForgetMessages(WorkflowsDbContext db, TimeProvider clock) : IRecurringJob
{
    public string Title => "Forgetting old messages to cases";

    public string Cron => "0 40 2 * * ?";

    public async Task Run(IJobContext job, CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime - KeptMessage.Kept;
        // It runs for no institute and serves all.
        await db.Messages.IgnoreQueryFilters([Filters.Tenant]).Where(m => m.SentAt < before).ExecuteDeleteAsync(cancel);
    }
}
