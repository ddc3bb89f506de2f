using System.Reflection;
using System.Text.Json;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>One try of a job: what Quartz fires, in a scope of its own, in the name and institute of whoever queued it.</summary>
internal sealed class JobRun(
    IServiceProvider services, JobRecords records, JobQueue queue, JobTypes types, RunningJobs running,
    ICurrentTenant tenant, ICurrentUser user, JobOptions options, TimeProvider clock, ILogger<JobRun> log) : IJob
{
    private static readonly Rule ModuleMissing = new("The module that brings this job isn't there or is disabled. Enable it, then run the job once more.");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await records.Claim(Guid.Parse(context.MergedJobDataMap.GetString(JobQueue.RecordId)!), cancellationToken) is not { } run)
            return;
        using var _ = tenant.Change(run.TenantId);
        using var __ = user.Change(run.Actor);
        using var here = running.Begin(run.Id, cancellationToken);
        var progress = new JobContext(run, here, records, options.ReportEvery, clock);
        try
        {
            await Invoke(run, progress, here.Token);
        }
        catch (RuleBroken broken)
        {
            await End(run, JobState.Failed, progress, JobFailure.Of(broken));
            return;
        }
        catch (Exception) when (here.WasCancelled)
        {
            await End(run, JobState.Cancelled, progress, failure: null);
            return;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The host goes down: no trigger, the next start or another node finds the record.
            await records.WaitAgain(run, records.Now, failure: null, counts: false, CancellationToken.None);
            return;
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "Job {JobType} {Job} failed at try {Try}", run.JobType, run.Id, run.Attempts);
            await TryAgain(run, progress, JobFailure.Of(fault));
            return;
        }
        await End(run, JobState.Done, progress, failure: null);
    }

    private Task Invoke(JobRecord run, IJobContext context, CancellationToken cancel)
    {
        var type = types.Find(run.JobType) ?? throw new RuleBroken(ModuleMissing);
        var job = services.GetRequiredService(type);
        if (job is IRecurringJob recurring)
            return recurring.Run(context, cancel);
        var method = JobTypes.RunOf(type);
        var args = JsonSerializer.Deserialize(run.Args, method.GetParameters()[0].ParameterType);
        return (Task)method.Invoke(job, BindingFlags.DoNotWrapExceptions, binder: null, [args, context, cancel], culture: null)!;
    }

    private async Task TryAgain(JobRecord run, JobContext progress, JobFailure failure)
    {
        if (run.Attempts >= options.MaxTries)
        {
            await End(run, JobState.Failed, progress, failure);
            return;
        }
        var dueAt = records.Now + options.PauseAfter(run.Attempts);
        if (await records.WaitAgain(run, dueAt, failure, counts: true, CancellationToken.None))
            await queue.Schedule(run.Id, dueAt, CancellationToken.None);
    }

    /// <summary>Written to the end, whatever the host's token says.</summary>
    private Task End(JobRecord run, JobState state, JobContext progress, JobFailure? failure) =>
        records.End(run, state, progress.Latest, failure, CancellationToken.None);
}
