using System.Collections.Concurrent;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Workflows.Activities;
using CommunityLms.Workflows.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Workflows.Due;

/// <summary>Does what is due. What was missed while the host was down is due at once. Activities run beside the loop, so that a slow one holds up nothing but itself.</summary>
internal sealed class DueLoop(IServiceScopeFactory scopes, DueSignal signal, DueOptions options, Runaway runaway, ICurrentTenant tenant, TimeProvider clock, ILogger<DueLoop> log)
    : WorkLoop(signal, options.LookEvery, clock, log)
{
    private const int Batch = 50;
    private readonly ConcurrentDictionary<Guid, Task> _activities = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_activities.Values);
    }

    protected override async Task<int> DoBatch(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowsDbContext>();
        var now = Clock.GetUtcNow().UtcDateTime;
        var free = options.ActivitiesAtOnce - _activities.Count;
        // The loop serves every institute; each row is then done within its own.
        var due = await db.DueWork.IgnoreQueryFilters([Filters.Tenant]).AsNoTracking().Where(w => w.DueAt <= now && (free > 0 || w.Kind != DueKind.Activity))
            .OrderBy(w => w.DueAt).ThenBy(w => w.Id).Take(Batch).ToListAsync(cancel);
        foreach (var work in due)
        {
            using var _ = tenant.Change(work.TenantId);
            if (await runaway.Holds(work.TenantId, db, cancel))
                continue;
            if (work.Kind == DueKind.Activity && free-- <= 0)
                continue;
            if (!await Claim(db, work, now, cancel))
                continue;
            if (work.Kind == DueKind.Activity)
                Begin(work, cancel);
            else
                await Do(work, cancel);
        }
        return due.Count;
    }

    /// <summary>Whoever moves the moment first has the work, until that moment comes.</summary>
    private async Task<bool> Claim(WorkflowsDbContext db, DueWork work, DateTime now, CancellationToken cancel)
    {
        var until = now + options.Lease + (work.Kind == DueKind.Activity ? RunActivity.LongestTime : TimeSpan.Zero);
        return await db.DueWork.Where(w => w.Id == work.Id && w.DueAt == work.DueAt).ExecuteUpdateAsync(set => set.SetProperty(w => w.DueAt, until), cancel) > 0;
    }

    private void Begin(DueWork work, CancellationToken cancel)
    {
        var done = Run();
        _activities[work.Id] = done;
        _ = done.ContinueWith(_ => _activities.TryRemove(work.Id, out Task? _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)
            .ContinueWith(_ => signal.Wake(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        async Task Run()
        {
            await Task.Yield();
            using var _ = tenant.Change(work.TenantId);
            await Do(work, cancel);
        }
    }

    private async Task Do(DueWork work, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DueHandling>().Do(work, cancel);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // The host stops: whoever comes next may take it at once.
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DueFailures>().Release(work, CancellationToken.None);
        }
        catch (Exception fault)
        {
            Log.LogWarning(fault, "{Kind} {Number} of {Owner} failed at attempt {Attempt}", work.Kind, work.Number, work.OwnerId, work.Attempts + 1);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DueFailures>().Note(work, fault, cancel);
        }
    }
}
