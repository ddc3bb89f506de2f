using System.Text.Json.Nodes;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Workflows.Contracts;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Due;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Activities;

/// <summary>Lets a module do its part, for as long as it said it would take.</summary>
internal sealed class RunActivity(WorkflowsDbContext db, ActivityCatalog activities, TimeProvider clock) : IScopedDependency
{
    public static readonly TimeSpan LongestTime = TimeSpan.FromMinutes(5);

    /// <exception cref="UnknownActivity">No enabled module offers it.</exception>
    /// <exception cref="TimeoutException">It didn't end in time. One that doesn't listen goes on in the dark; what it gives then is nobody's.</exception>
    public async Task<JsonObject> Run(DueWork work, CancellationToken cancel)
    {
        var order = work.Read<ActivityOrder>();
        var activity = activities.Find(order.Name) ?? throw new UnknownActivity(order.Name);
        var unit = await db.Cases.Where(c => c.Id == work.OwnerId).Select(c => c.UnitId).SingleAsync(cancel);
        var limit = activity.Describe().TimeLimit;
        limit = limit < LongestTime ? limit : LongestTime;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            // On a thread of its own: one that blocks before its first await must not block the loop.
            var running = Task.Run(() => activity.Run(new(work.OwnerId, work.Id, unit, order.Variables), patience.Token), cancel);
            return await running.WaitAsync(limit, clock, cancel);
        }
        catch (TimeoutException late)
        {
            await patience.CancelAsync();
            throw new TimeoutException($"{order.Name} did not end within {limit}.", late);
        }
    }
}
