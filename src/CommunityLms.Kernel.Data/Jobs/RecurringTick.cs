using CommunityLms.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>A turn of a recurring job: puts it into the queue like any other, unless the last turn is still there.</summary>
internal sealed class RecurringTick(IServiceProvider services, JobRecords records, JobQueue queue, JobTypes types) : IJob
{
    private const int Kept = 20;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.MergedJobDataMap.GetString(RecurringJobs.JobType)!;
        if (types.Find(name) is not { } type || await IsUnderWay(name, cancellationToken))
            return;
        var now = records.Now;
        var turn = new JobRecord
        {
            Who = "System",
            Title = ((IRecurringJob)services.GetRequiredService(type)).Title,
            JobType = name,
            Args = "{}",
            QueuedAt = now,
            DueAt = now,
        };
        await records.Add(turn, cancellationToken);
        await queue.Schedule(turn.Id, turn.DueAt, cancellationToken);
        await Forget(name, cancellationToken);
    }

    private Task<bool> IsUnderWay(string name, CancellationToken cancel) => records.With(db =>
        db.Jobs.AnyAsync(j => j.JobType == name && (j.State == JobState.Waiting || j.State == JobState.Running), cancel));

    private Task<int> Forget(string name, CancellationToken cancel) => records.With(async db =>
    {
        var oldestKept = await db.Jobs.Where(j => j.JobType == name).OrderByDescending(j => j.QueuedAt).Skip(Kept - 1).Select(j => j.QueuedAt).FirstOrDefaultAsync(cancel);
        return await db.Jobs.Where(j => j.JobType == name && j.QueuedAt < oldestKept).ExecuteDeleteAsync(cancel);
    });
}
