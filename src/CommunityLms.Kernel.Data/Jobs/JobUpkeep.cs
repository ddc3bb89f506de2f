using CommunityLms.Kernel.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>
/// Starts the clock once the host's tables are there, then looks after the jobs: passes on cancellations from other nodes, and queues again
/// what a killed process left behind.
/// </summary>
internal sealed class JobUpkeep(ISchedulerFactory schedulers, RecurringJobs recurring, JobRecords records, JobQueue queue, RunningJobs running, JobOptions options, TimeProvider clock, ILogger<JobUpkeep> log)
    : BackgroundService
{
    private static readonly JobFailure ProcessEnded = new("The process ended while the job ran, and not for the first time. Tell your administrator before you run it once more.");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await recurring.Sync(stoppingToken);
        await (await schedulers.GetScheduler(stoppingToken)).Start(stoppingToken);
        long? recoveredAt = null;
        using var timer = new PeriodicTimer(options.LookEvery, clock);
        do
        {
            try
            {
                if (running.Ids is { Count: > 0 } here)
                    foreach (var id in await records.Cancelled(here, stoppingToken))
                        running.Cancel(id);
                if (recoveredAt is { } before && clock.GetElapsedTime(before) < options.RecoverEvery)
                    continue;
                await Recover(stoppingToken);
                recoveredAt = clock.GetTimestamp();
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "The jobs could not be looked after; the next look is in {Pause}", options.LookEvery);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>A job that is due or runs has a trigger as long as a process cares for it.</summary>
    private async Task Recover(CancellationToken cancel)
    {
        foreach (var job in await records.Due(cancel))
        {
            if (running.Ids.Contains(job.Id) || await queue.Knows(job.Id, job.DueAt, cancel))
                continue;
            var dueAt = job.DueAt;
            if (job.State == JobState.Running)
            {
                if (job.Attempts >= options.MaxTries)
                {
                    await records.End(job, JobState.Failed, progress: null, ProcessEnded, cancel);
                    continue;
                }
                dueAt = records.Now;
                if (!await records.WaitAgain(job, dueAt, failure: null, counts: true, cancel))
                    continue;
            }
            log.LogInformation("Job {JobType} {Job} was left behind and is queued again", job.JobType, job.Id);
            await queue.Schedule(job.Id, dueAt, cancel);
        }
    }
}
