using System.Globalization;
using CommunityLms.Kernel.Modularity;
using Quartz;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>The queue itself: a Quartz trigger for each try of a job. The trigger stays until the try has ended, so its absence tells of a dead process.</summary>
internal sealed class JobQueue(ISchedulerFactory schedulers, TimeProvider clock) : ISingletonDependency
{
    public const string RecordId = "record";
    private const string Group = "jobs";

    public static readonly JobKey Run = new("run", Group);

    public async Task Schedule(Guid id, DateTime dueAt, CancellationToken cancel)
    {
        var scheduler = await schedulers.GetScheduler(cancel);
        var trigger = TriggerBuilder.Create(clock).WithIdentity(TriggerOf(id, dueAt)).ForJob(Run).StartAt(new DateTimeOffset(dueAt))
            .UsingJobData(RecordId, id.ToString()).Build();
        try
        {
            await scheduler.ScheduleTrigger(trigger, TriggerConflict.Keep, cancel);
        }
        catch (SchedulerException) when (scheduler.Status is SchedulerStatus.ShuttingDown or SchedulerStatus.Shutdown)
        {
            // The record waits; the next start, or another node, finds it without a trigger.
        }
    }

    public async Task Unschedule(Guid id, DateTime dueAt, CancellationToken cancel) =>
        await (await schedulers.GetScheduler(cancel)).UnscheduleJob(TriggerOf(id, dueAt), cancel);

    /// <summary>Whether a try waits for its turn or runs somewhere.</summary>
    public async Task<bool> Knows(Guid id, DateTime dueAt, CancellationToken cancel) =>
        await (await schedulers.GetScheduler(cancel)).Exists(TriggerOf(id, dueAt), cancel);

    /// <summary>Every try is due at another moment and so has a trigger of its own.</summary>
    private static TriggerKey TriggerOf(Guid id, DateTime dueAt) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{id:N}.{new DateTimeOffset(dueAt).ToUnixTimeMilliseconds()}"), Group);
}
