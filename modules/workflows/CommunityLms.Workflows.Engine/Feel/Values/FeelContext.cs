using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CommunityLms.Workflows.Engine.Feel.Values;

/// <summary>Named entries in the order they were written (DMN 1.5, 10.3.2.6). Keys compare exactly; two contexts are equal whatever their order.</summary>
public sealed class FeelContext : FeelValue, IReadOnlyDictionary<string, FeelValue>
{
    public static readonly FeelContext Empty = new(new OrderedDictionary<string, FeelValue>());

    private readonly OrderedDictionary<string, FeelValue> _entries;

    /// <param name="entries">A later entry replaces an earlier one of the same name.</param>
    public FeelContext(IEnumerable<KeyValuePair<string, FeelValue>> entries)
        : this(Collect(entries))
    {
    }

    /// <param name="entries">Taken over: nobody else may change them.</param>
    internal FeelContext(OrderedDictionary<string, FeelValue> entries)
    {
        _entries = entries;
        var (weight, nesting) = (1L, 0);
        foreach (var (_, value) in entries)
        {
            weight += 1 + value.Weight;
            nesting = Math.Max(nesting, value.Nesting);
        }

        (Weight, Nesting) = (weight, nesting + 1);
    }

    public override FeelKind Kind => FeelKind.Context;

    public int Count => _entries.Count;

    public IEnumerable<string> Keys => _entries.Keys;

    public IEnumerable<FeelValue> Values => _entries.Values;

    internal override long Weight { get; }

    internal override int Nesting { get; }

    public FeelValue this[string key] => _entries[key];

    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out FeelValue value) => _entries.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, FeelValue>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    private static OrderedDictionary<string, FeelValue> Collect(IEnumerable<KeyValuePair<string, FeelValue>> entries)
    {
        var collected = new OrderedDictionary<string, FeelValue>(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
            collected[key] = value;
        return collected;
    }
}
