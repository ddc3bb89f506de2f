using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Kernel.Data.Outbox;

/// <summary>Brings events to their handlers: one loop a process, leases between processes.</summary>
internal sealed class OutboxDispatcher(IServiceScopeFactory scopes, OutboxSignal signal, OutboxOptions options, TimeProvider clock, ILogger<OutboxDispatcher> log) : WorkLoop(signal, options.LookEvery, clock, log)
{
    private const int Batch = 20;
    private const int MaxError = 2000;

    /// <summary>
    /// A stop waits for the message at hand instead of breaking it off: it would have to come again, and a query given up midway can leave
    /// a connection that nobody can close any more. The host's own patience bounds the wait.
    /// </summary>
    protected override async Task<int> DoBatch(CancellationToken cancel)
    {
        var messages = await LeaseBatch(CancellationToken.None);
        foreach (var message in messages.TakeWhile(_ => !cancel.IsCancellationRequested))
            if (await StillOurs(message, CancellationToken.None))
                await Deliver(message, CancellationToken.None);
        return messages.Count;
    }

    private async Task<List<OutboxMessage>> LeaseBatch(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        var now = Clock.GetUtcNow().UtcDateTime;
        var due = await db.Outbox.Where(m => m.State == OutboxState.Waiting && m.NextAttemptAt <= now).OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id).Select(m => m.Id).Take(Batch).ToListAsync(cancel);
        if (due.Count == 0)
            return [];
        // The lease moves the next attempt into the future; whoever moves it first has the message.
        var holder = Guid.CreateVersion7();
        await db.Outbox.Where(m => due.Contains(m.Id) && m.State == OutboxState.Waiting && m.NextAttemptAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LeaseHolder, holder).SetProperty(m => m.NextAttemptAt, now + options.Lease), cancel);
        return await db.Outbox.AsNoTracking().Where(m => m.LeaseHolder == holder && due.Contains(m.Id)).OrderBy(m => m.OccurredAt).ThenBy(m => m.Id).ToListAsync(cancel);
    }

    /// <summary>Slow messages before this one may have used up its lease; then it is renewed, or another node's.</summary>
    private async Task<bool> StillOurs(OutboxMessage message, CancellationToken cancel)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        if (message.NextAttemptAt - now > options.Lease / 2)
            return true;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KernelDbContext>().Outbox
            .Where(m => m.Id == message.Id && m.LeaseHolder == message.LeaseHolder)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, now + options.Lease), cancel) > 0;
    }

    private async Task Deliver(OutboxMessage message, CancellationToken cancel)
    {
        Exception? failure = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<OutboxDelivery>().ToAllHandlers(message, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            failure = fault;
            Log.LogWarning(fault, "Event {Event} {Message} failed at attempt {Attempt}", message.EventType, message.Id, message.Attempts + 1);
        }
        await using var after = scopes.CreateAsyncScope();
        await Settle(after.ServiceProvider.GetRequiredService<KernelDbContext>(), message, failure, cancel);
    }

    private async Task Settle(KernelDbContext db, OutboxMessage message, Exception? failure, CancellationToken cancel)
    {
        var row = db.Outbox.Where(m => m.Id == message.Id && m.LeaseHolder == message.LeaseHolder);
        if (failure is null)
        {
            await row.ExecuteDeleteAsync(cancel);
            return;
        }
        var attempts = message.Attempts + 1;
        var next = Clock.GetUtcNow().UtcDateTime + options.PauseAfter(attempts);
        var words = failure.GetBaseException().Message;
        await row.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Attempts, attempts)
            .SetProperty(m => m.NextAttemptAt, next)
            .SetProperty(m => m.LeaseHolder, (Guid?)null)
            .SetProperty(m => m.State, attempts >= options.MaxAttempts ? OutboxState.Dead : OutboxState.Waiting)
            .SetProperty(m => m.Error, words.Length <= MaxError ? words : words[..MaxError]), cancel);
    }
}
