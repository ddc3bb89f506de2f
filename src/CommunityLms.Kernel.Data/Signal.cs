namespace CommunityLms.Kernel.Data;

/// <summary>Wakes a background loop at once, instead of at its next look.</summary>
internal abstract class Signal : IDisposable
{
    private readonly SemaphoreSlim _wake = new(0);

    public void Wake() => _wake.Release();

    public async Task Wait(TimeSpan atMost, CancellationToken cancel)
    {
        await _wake.WaitAsync(atMost, cancel);
        while (_wake.CurrentCount > 0)
            await _wake.WaitAsync(TimeSpan.Zero, cancel);
    }

    public void Dispose() => _wake.Dispose();
}
