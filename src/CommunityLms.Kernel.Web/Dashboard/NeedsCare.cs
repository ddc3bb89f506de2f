using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Jobs;
using CommunityLms.Kernel.Data.Outbox;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Permissions;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Web.Dashboard;

/// <param name="FailedJobs">The newest that failed; a few, not all.</param>
/// <param name="DeadLetters">Events that could not be delivered; 0 for those who may not see them.</param>
public sealed record CareNeeded(IReadOnlyList<JobRow> FailedJobs, int DeadLetters);

/// <summary>What stopped and waits for somebody: failed jobs, and for those who look after the installation events that could not be delivered.</summary>
internal sealed class NeedsCare(IJobQueries jobs, KernelDbContext db, IAccess access) : IDashboardWidget
{
    private const int Few = 3;

    public string Title => "Needs your care";

    public string? Permission => ShellPermissions.Jobs;

    public int Order => 5;

    public string Partial => "/Pages/Home/_NeedsCare.cshtml";

    public async Task<object?> Load(CancellationToken cancel)
    {
        var failed = (await jobs.List(new(JobState.Failed), new(Size: Few), cancel)).Items;
        var dead = await access.May(ShellPermissions.HostOutbox, cancel) ? await db.Outbox.CountAsync(m => m.State == OutboxState.Dead, cancel) : 0;
        return failed.Count + dead == 0 ? null : new CareNeeded(failed, dead);
    }
}
