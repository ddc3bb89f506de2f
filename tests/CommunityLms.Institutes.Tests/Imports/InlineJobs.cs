using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Jobs;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Imports;

/// <summary>Runs a job where it is queued, and keeps what became of it.</summary>
internal sealed class InlineJobs(IServiceScopeFactory scopes) : IJobs
{
    private readonly Dictionary<Guid, JobStatus> _jobs = [];
    private Func<Task>? _waiting;

    /// <summary>Lets jobs wait until <see cref="RunWaiting"/>.</summary>
    public bool Hold { get; set; }

    /// <summary>Cancels the job at its next report of these words; null lets it run.</summary>
    public string? CancelAt { get; set; }

    /// <summary>What the last job reported.</summary>
    public List<(int Done, int Total, string Doing)> Reports { get; } = [];

    public async Task<Guid> Enqueue<TJob, TArgs>(string title, TArgs args, CancellationToken cancel, TimeSpan delay = default) where TJob : IJob<TArgs>
    {
        var id = Guid.CreateVersion7();
        _jobs[id] = new(id, title, JobState.Waiting, 0, 0, null, null);
        _waiting = () => Run<TJob, TArgs>(id, title, args);
        if (!Hold)
            await RunWaiting();
        return id;
    }

    public Task RunWaiting() => _waiting!();

    public Task Cancel(Guid jobId, CancellationToken cancel)
    {
        _jobs[jobId] = _jobs[jobId] with { State = JobState.Cancelled };
        return Task.CompletedTask;
    }

    public Task Retry(Guid jobId, CancellationToken cancel) => throw new NotSupportedException();

    public Task<JobStatus?> Find(Guid jobId, CancellationToken cancel) => Task.FromResult(_jobs.GetValueOrDefault(jobId));

    private async Task Run<TJob, TArgs>(Guid id, string title, TArgs args) where TJob : IJob<TArgs>
    {
        Reports.Clear();
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<TJob>().Run(args, new Context(id, this), CancellationToken.None);
            _jobs[id] = new(id, title, JobState.Done, 0, 0, null, null);
        }
        catch (OperationCanceledException)
        {
            _jobs[id] = new(id, title, JobState.Cancelled, 0, 0, null, null);
        }
        catch (Exception fault) when (fault is RuleBroken or Faults.Fault)
        {
            _jobs[id] = new(id, title, JobState.Failed, 0, 0, null, fault.Message);
        }
    }

    private sealed class Context(Guid id, InlineJobs jobs) : IJobContext
    {
        public Guid Id => id;

        public Task Report(int done, int total, string doing, CancellationToken cancel)
        {
            jobs.Reports.Add((done, total, doing));
            if (doing != jobs.CancelAt || done == 0)
                return Task.CompletedTask;
            jobs.CancelAt = null;
            throw new OperationCanceledException();
        }
    }
}

/// <summary>Breaks a save of the institutes' records, as a full disk would.</summary>
internal sealed class Faults : SaveChangesInterceptor
{
    /// <summary>How many saves still succeed; null for all.</summary>
    public int? SavesLeft { get; set; }

    /// <summary>What happens at that moment too.</summary>
    public Action? Then { get; set; }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (SavesLeft is not { } left)
            return ValueTask.FromResult(result);
        SavesLeft = left - 1;
        if (left > 0)
            return ValueTask.FromResult(result);
        SavesLeft = null;
        var then = Then;
        Then = null;
        then?.Invoke();
        throw new Fault();
    }

    internal sealed class Fault() : Exception("The disk is full.");
}
