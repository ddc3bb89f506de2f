using System.Collections.Concurrent;
using CommunityLms.Kernel.Modularity;

namespace CommunityLms.Kernel.Data.Tests.Sample;

/// <summary>A module as small as one can be: jobs, an aggregate, handlers, a kind of news.</summary>
[DependsOn(typeof(KernelDataModule))]
public sealed class SampleModule : LmsModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddModuleDbContext<SampleDbContext>();
}

/// <summary>What happened in one host, and the gates at which its jobs wait for the test.</summary>
internal sealed class Journal : ISingletonDependency
{
    private readonly ConcurrentQueue<string> _entries = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();

    public IReadOnlyList<string> Entries => [.. _entries];

    /// <summary>How often things of a name fail before they succeed.</summary>
    public ConcurrentDictionary<string, int> Failures { get; } = new();

    public void Add(string entry) => _entries.Enqueue(entry);

    public int Count(string entry) => _entries.Count(e => e == entry);

    public void Open(string gate) => Gate(gate).TrySetResult();

    public Task Pass(string gate, CancellationToken cancel) => Gate(gate).Task.WaitAsync(cancel);

    public bool FailsNow(string name)
    {
        while (Failures.TryGetValue(name, out var left) && left > 0)
            if (Failures.TryUpdate(name, left - 1, left))
                return true;
        return false;
    }

    private TaskCompletionSource Gate(string gate) => _gates.GetOrAdd(gate, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
