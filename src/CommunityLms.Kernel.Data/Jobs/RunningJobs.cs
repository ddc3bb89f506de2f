using System.Collections.Concurrent;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>The jobs that run in this process.</summary>
internal sealed class RunningJobs : ISingletonDependency
{
    private readonly ConcurrentDictionary<Guid, RunningJob> _running = new();

    public IReadOnlyCollection<Guid> Ids => [.. _running.Keys];

    /// <summary>Lists a job until disposed.</summary>
    public RunningJob Begin(Guid id, CancellationToken host)
    {
        var job = new RunningJob(() => _running.TryRemove(id, out _), host);
        _running[id] = job;
        return job;
    }

    /// <summary>Asks the job to stop, if it runs here.</summary>
    public void Cancel(Guid id)
    {
        if (_running.TryGetValue(id, out var job))
            job.Cancel();
    }
}

/// <summary>A job at work, with the token it is given.</summary>
internal sealed class RunningJob(Action ended, CancellationToken host) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(host);

    public CancellationToken Token => _stop.Token;

    /// <summary>Whether somebody cancelled it; a host that goes down doesn't.</summary>
    public bool WasCancelled { get; private set; }

    public void Cancel()
    {
        WasCancelled = true;
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended in this very moment; what it did stands.
        }
    }

    public void Dispose()
    {
        ended();
        _stop.Dispose();
    }
}
