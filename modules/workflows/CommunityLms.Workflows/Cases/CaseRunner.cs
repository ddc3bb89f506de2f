using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Workflows.Data;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Due;
using CommunityLms.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Workflows.Cases;

/// <summary>Lets events happen to cases: state, journal, and what the case asks for are one transaction. Two events at once are applied one after the other.</summary>
internal sealed class CaseRunner(WorkflowsDbContext db, Graphs graphs, CaseOrders orders, DueSignal signal, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    private const int Tries = 12;

    /// <summary>A row that another transaction wrote first, or a deadlock: the next try sees it. What it can't mend isn't tried for long.</summary>
    private const int TriesAfterClash = 3;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Whoever is signed in, as the journal names them.</summary>
    public CaseActor Actor => new(user.Actor?.Name ?? "System", user.Actor?.PersonId);

    /// <summary>Saves what the work changed in one transaction. Where somebody else's came first, it is done again on what that one left.</summary>
    /// <param name="work">Loads what it needs anew each time, and doesn't save.</param>
    public async Task<T> Commit<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var done = await work();
            var isDue = IsAnythingDue();
            try
            {
                await db.SaveChangesAsync(cancel);
                if (isDue)
                    signal.WakeAll();
                return done;
            }
            catch (Exception first) when (first is ChangedMeanwhile ? attempt < Tries : first is DbUpdateException && attempt < TriesAfterClash)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    public Task Commit(Func<Task> work, CancellationToken cancel) => Commit(async () =>
    {
        await work();
        return true;
    }, cancel);

    private bool IsAnythingDue()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.ChangeTracker.Entries<DueWork>().Any(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.DueAt <= now);
    }

    /// <exception cref="RecordMissing">There is no such case in this institute.</exception>
    public async Task<Case> Load(Guid caseId, CancellationToken cancel) =>
        await db.Cases.SingleOrDefaultAsync(c => c.Id == caseId, cancel) ?? throw new RecordMissing("case");

    /// <summary>Applies the event; the caller saves.</summary>
    /// <exception cref="RuleBroken">It can't happen any more.</exception>
    public async Task Happen(Case running, CaseEvent happened, CancellationToken cancel, string? reason = null)
    {
        if (await TryHappen(running, happened, cancel, reason) is { } refusal)
            throw new RuleBroken(CaseRules.Of(refusal));
    }

    /// <summary>Applies the event where it still can happen; the caller saves.</summary>
    /// <returns>Why it couldn't; null when it did.</returns>
    public async Task<Refusal?> TryHappen(Case running, CaseEvent happened, CancellationToken cancel, string? reason = null)
    {
        var graph = await graphs.Of(running.VersionId, cancel);
        var result = running.Apply(graph, happened);
        if (result.Refusal is not null)
            return result.Refusal;
        db.Add(CaseEntry.Step(running, happened, result.Journal, Actor, reason));
        await orders.Carry(running, graph, result, happened.At.UtcDateTime, cancel);
        return null;
    }
}
