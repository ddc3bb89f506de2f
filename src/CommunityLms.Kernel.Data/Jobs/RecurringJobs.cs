using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Modularity;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>Keeps the clock's triggers in step with what the enabled modules contribute.</summary>
internal sealed class RecurringJobs(ISchedulerFactory schedulers, IServiceScopeFactory scopes, ModuleCatalog catalog, TimeProvider clock) : ISingletonDependency
{
    public const string JobType = "type";
    private const string Group = "recurring";

    public static readonly JobKey Tick = new("tick", Group);

    /// <exception cref="ModuleFault">A recurring job of a module of the host has an hour that can't be read.</exception>
    public async Task Sync(CancellationToken cancel)
    {
        var scheduler = await schedulers.GetScheduler(cancel);
        await using var scope = scopes.CreateAsyncScope();
        var jobs = scope.ServiceProvider.Contributions<IRecurringJob>().ToList();
        var wanted = jobs.Select(j => TriggerOf(j.GetType())).ToHashSet();
        var there = await scheduler.QueryTriggers(new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(Group) }, cancel);
        await scheduler.UnscheduleJobs([.. there.Items.Select(t => t.Key).Where(k => !wanted.Contains(k))], cancel);
        foreach (var job in jobs)
            await catalog.Guard(catalog.Modules.First(m => m.Assembly == job.GetType().Assembly), "scheduling its recurring jobs", () => Schedule(scheduler, job, cancel), cancel);
    }

    /// <summary>When each recurring job comes round next, by its class.</summary>
    public async Task<IReadOnlyDictionary<string, DateTime?>> NextTurns(CancellationToken cancel)
    {
        var scheduler = await schedulers.GetScheduler(cancel);
        var there = await scheduler.QueryTriggers(new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(Group) }, cancel);
        return there.Items.ToDictionary(t => t.Key.Name, t => t.NextFireTimeUtc?.UtcDateTime);
    }

    private async Task Schedule(IScheduler scheduler, IRecurringJob job, CancellationToken cancel)
    {
        var key = TriggerOf(job.GetType());
        // One that stands at the same hours keeps its next turn, also one that came due while no host ran.
        if (await scheduler.GetTrigger(key, cancel) is ICronTrigger there && there.CronExpressionString == job.Cron && await scheduler.GetTriggerState(key, cancel) != TriggerState.Error)
            return;
        var trigger = TriggerBuilder.Create(clock).WithIdentity(key).ForJob(Tick)
            .WithSchedule(CronScheduleBuilder.Create(job.Cron).InTimeZone(TimeZoneInfo.Utc))
            .UsingJobData(JobType, key.Name).Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancel);
    }

    private static TriggerKey TriggerOf(Type job) => new(job.FullName!, Group);
}
