namespace CommunityLms.Kernel.Tenancy;

/// <summary>A value that flows with the asynchronous call and is put back when its scope ends.</summary>
public sealed class Ambient<T>
{
    private readonly AsyncLocal<T> _value = new();

    public T? Value => _value.Value;

    /// <summary>Holds the value until disposed.</summary>
    public IDisposable Change(T value)
    {
        var before = _value.Value;
        _value.Value = value;
        return new Restore(this, before);
    }

    private sealed class Restore(Ambient<T> ambient, T? before) : IDisposable
    {
        public void Dispose() => ambient._value.Value = before!;
    }
}
