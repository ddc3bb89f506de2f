using CommunityLms.Kernel.Jobs;
using CommunityLms.Kernel.Modularity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>
/// Moves job records from state to state. Every move names the state and the try it starts from, so that of two nodes, or of a run and the
/// recovery that took it for dead, one wins. Each call has a context of its own: a job's context is the job's.
/// </summary>
internal sealed class JobRecords(IServiceScopeFactory scopes, TimeProvider clock) : ISingletonDependency
{
    /// <summary>Now, in whole milliseconds, which every database keeps exactly.</summary>
    public DateTime Now => new(clock.GetUtcNow().Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);

    public Task Add(JobRecord record, CancellationToken cancel) => With(db =>
    {
        db.Add(record);
        return db.SaveChangesAsync(cancel);
    });

    /// <summary>Takes a waiting job for this run; null when somebody else has it or it was cancelled.</summary>
    public Task<JobRecord?> Claim(Guid id, CancellationToken cancel) => With(async db =>
    {
        var now = Now;
        var claimed = await db.Jobs.Where(j => j.Id == id && j.State == JobState.Waiting && !j.CancelRequested).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, JobState.Running)
            .SetProperty(j => j.StartedAt, now)
            .SetProperty(j => j.Attempts, j => j.Attempts + 1)
            .SetProperty(j => j.Done, 0).SetProperty(j => j.Total, 0).SetProperty(j => j.Doing, (string?)null), cancel);
        return claimed == 0 ? null : await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id, cancel);
    });

    /// <summary>Writes how far a run is.</summary>
    /// <returns>False when the run is to stop: it was cancelled, or is no longer this one's.</returns>
    public Task<bool> Report(JobRecord run, JobProgress progress, CancellationToken cancel) => With(async db =>
        await Running(db, run).Where(j => !j.CancelRequested).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.Done, progress.Done).SetProperty(j => j.Total, progress.Total).SetProperty(j => j.Doing, progress.Doing), cancel) > 0);

    /// <summary>Ends a run for good.</summary>
    public Task End(JobRecord run, JobState state, JobProgress? progress, JobFailure? failure, CancellationToken cancel) => With(async db =>
    {
        var now = Now;
        return await Running(db, run).ExecuteUpdateAsync(set =>
        {
            set.SetProperty(j => j.State, state).SetProperty(j => j.FinishedAt, now)
                .SetProperty(j => j.Error, failure?.Message).SetProperty(j => j.ErrorArgs, failure?.Args);
            // One that is done is doing nothing; one that isn't shows how far it came.
            if (state == JobState.Done || progress is not null)
                set.SetProperty(j => j.Doing, state == JobState.Done ? null : progress?.Doing);
            if (progress is not null)
                set.SetProperty(j => j.Done, progress.Done).SetProperty(j => j.Total, progress.Total);
        }, cancel);
    });

    /// <summary>Lets a run's job wait for another try; one that was cancelled meanwhile ends instead.</summary>
    /// <param name="counts">Whether the try was the job's own, not the host going down.</param>
    /// <returns>Whether it waits.</returns>
    public Task<bool> WaitAgain(JobRecord run, DateTime dueAt, JobFailure? failure, bool counts, CancellationToken cancel) => With(async db =>
    {
        var waits = await Running(db, run).Where(j => !j.CancelRequested).ExecuteUpdateAsync(set => set
            .SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.DueAt, dueAt)
            .SetProperty(j => j.Attempts, j => counts ? j.Attempts : j.Attempts - 1)
            .SetProperty(j => j.Error, failure?.Message).SetProperty(j => j.ErrorArgs, failure?.Args), cancel) > 0;
        if (!waits)
            await End(run, JobState.Cancelled, progress: null, failure: null, cancel);
        return waits;
    });

    /// <summary>Those among the jobs that run here which somebody cancelled on another node.</summary>
    public Task<List<Guid>> Cancelled(IReadOnlyCollection<Guid> running, CancellationToken cancel) =>
        With(db => db.Jobs.Where(j => running.Contains(j.Id) && j.CancelRequested).Select(j => j.Id).ToListAsync(cancel));

    /// <summary>Jobs that run, or should have started.</summary>
    public Task<List<JobRecord>> Due(CancellationToken cancel) => With(db =>
    {
        var now = Now;
        return db.Jobs.AsNoTracking().Where(j => j.State == JobState.Running || (j.State == JobState.Waiting && j.DueAt <= now)).OrderBy(j => j.DueAt).ToListAsync(cancel);
    });

    public async Task<T> With<T>(Func<KernelDbContext, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<KernelDbContext>());
    }

    private static IQueryable<JobRecord> Running(KernelDbContext db, JobRecord run) =>
        db.Jobs.Where(j => j.Id == run.Id && j.State == JobState.Running && j.Attempts == run.Attempts);
}

/// <summary>How far a run is.</summary>
internal sealed record JobProgress(int Done, int Total, string Doing);
