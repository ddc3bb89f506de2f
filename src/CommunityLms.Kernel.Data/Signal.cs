using CommunityLms.Kernel.Data.Nodes;

namespace CommunityLms.Kernel.Data;

/// <summary>Wakes a <see cref="WorkLoop"/> at once, instead of at its next look.</summary>
public abstract class Signal : IDisposable
{
    private readonly SemaphoreSlim _wake = new(0);

    public void Wake() => _wake.Release();

    public async Task Wait(TimeSpan atMost, CancellationToken cancel)
    {
        await _wake.WaitAsync(atMost, cancel);
        while (_wake.CurrentCount > 0)
            await _wake.WaitAsync(TimeSpan.Zero, cancel);
    }

    public void Dispose()
    {
        _wake.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Wakes the loops of all nodes: the one that is free takes the work.</summary>
public abstract class SharedSignal : Signal
{
    private readonly INodes _nodes;
    private readonly string _topic;

    /// <param name="topic">Module.Matter, without spaces.</param>
    protected SharedSignal(INodes nodes, string topic)
    {
        (_nodes, _topic) = (nodes, topic);
        nodes.Listen(topic, _ => Wake());
    }

    public void WakeAll()
    {
        Wake();
        _nodes.Tell(_topic);
    }
}
