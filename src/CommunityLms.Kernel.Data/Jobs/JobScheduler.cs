using System.Text.Json;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>Queues and steers jobs. The record is saved first; a process that dies before the trigger is stored loses nothing.</summary>
internal sealed class JobScheduler(JobRecords records, JobQueue queue, RunningJobs running, JobTexts texts, ICurrentTenant tenant, ICurrentUser user) : IJobs, IScopedDependency
{
    private static readonly Rule NotEnded = new("Only a job that failed or was cancelled can be run once more.");

    public async Task<Guid> Enqueue<TJob, TArgs>(string title, TArgs args, CancellationToken cancel, TimeSpan delay = default) where TJob : IJob<TArgs>
    {
        var actor = user.Actor;
        var record = new JobRecord
        {
            TenantId = tenant.Id,
            AccountId = actor?.AccountId,
            PersonId = actor?.PersonId,
            Who = actor?.Name ?? "System",
            IsHostAdministrator = actor?.IsHostAdministrator ?? false,
            TokenScope = actor?.TokenScope is { } scope ? string.Join(' ', scope) : null,
            Title = title,
            JobType = typeof(TJob).FullName!,
            Args = JsonSerializer.Serialize(args),
            QueuedAt = records.Now,
            DueAt = records.Now.AddMilliseconds(Math.Round(delay.TotalMilliseconds)),
        };
        await records.Add(record, cancel);
        await queue.Schedule(record.Id, record.DueAt, cancel);
        return record.Id;
    }

    public async Task Cancel(Guid jobId, CancellationToken cancel)
    {
        var job = await Own(jobId, cancel) ?? throw new RecordMissing("job");
        // First the wish, so that neither a start nor a further try overtakes it; then the end, where nobody works on it.
        await records.With(db => db.Jobs.Where(j => j.Id == jobId && (j.State == JobState.Waiting || j.State == JobState.Running))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true), cancel));
        var now = records.Now;
        var waited = await records.With(db => db.Jobs.Where(j => j.Id == jobId && j.State == JobState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.Cancelled).SetProperty(j => j.FinishedAt, now), cancel));
        if (waited > 0)
            await queue.Unschedule(jobId, job.DueAt, cancel);
        else
            running.Cancel(jobId);
    }

    public async Task Retry(Guid jobId, CancellationToken cancel)
    {
        if (await Own(jobId, cancel) is null)
            throw new RecordMissing("job");
        var now = records.Now;
        var queued = await records.With(db => db.Jobs.Where(j => j.Id == jobId && (j.State == JobState.Failed || j.State == JobState.Cancelled))
            .ExecuteUpdateAsync(set => set
                .SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.DueAt, now)
                .SetProperty(j => j.Attempts, 0).SetProperty(j => j.CancelRequested, false)
                .SetProperty(j => j.Error, (string?)null).SetProperty(j => j.ErrorArgs, (string?)null)
                .SetProperty(j => j.StartedAt, (DateTime?)null).SetProperty(j => j.FinishedAt, (DateTime?)null), cancel));
        if (queued == 0)
            throw new RuleBroken(NotEnded);
        await queue.Schedule(jobId, now, cancel);
    }

    public async Task<JobStatus?> Find(Guid jobId, CancellationToken cancel) =>
        await Own(jobId, cancel) is { } job ? new(job.Id, texts.Title(job), job.State, job.Done, job.Total, texts.Doing(job), texts.Error(job)) : null;

    private Task<JobRecord?> Own(Guid jobId, CancellationToken cancel) =>
        records.With(db => db.Jobs.AsNoTracking().VisibleTo(tenant, user).SingleOrDefaultAsync(j => j.Id == jobId, cancel));
}

/// <summary>Whose jobs one sees.</summary>
internal static class JobVisibility
{
    /// <summary>The current institute's; for host administrators everyone's.</summary>
    public static IQueryable<JobRecord> VisibleTo(this IQueryable<JobRecord> jobs, ICurrentTenant tenant, ICurrentUser user)
    {
        if (user.Actor is { IsHostAdministrator: true })
            return jobs;
        var institute = tenant.Id;
        return jobs.Where(j => j.TenantId == institute);
    }
}
