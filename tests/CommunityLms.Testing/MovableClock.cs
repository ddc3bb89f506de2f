namespace CommunityLms.Testing;

/// <summary>The system's clock, set forward by some time. Set back it is only by who undoes what was written meanwhile.</summary>
public sealed class MovableClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    /// <summary>Sets it forward for good.</summary>
    public void Forward(TimeSpan by) => _ahead += by;

    /// <summary>Sets it forward until disposed.</summary>
    public IDisposable Ahead(TimeSpan by)
    {
        _ahead += by;
        return new Back(this, by);
    }

    private sealed class Back(MovableClock clock, TimeSpan by) : IDisposable
    {
        public void Dispose() => clock._ahead -= by;
    }
}
