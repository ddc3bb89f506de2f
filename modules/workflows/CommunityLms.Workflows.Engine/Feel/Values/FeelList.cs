using System.Collections;

namespace CommunityLms.Workflows.Engine.Feel.Values;

/// <summary>An ordered list (DMN 1.5, 10.3.2.5).</summary>
public sealed class FeelList : FeelValue, IReadOnlyList<FeelValue>
{
    internal static readonly FeelList Empty = new([]);

    private readonly FeelValue[] _items;

    /// <param name="items">Taken over: nobody else may hold the array.</param>
    internal FeelList(FeelValue[] items)
    {
        _items = items;
        var (weight, nesting) = (1L, 0);
        foreach (var item in items)
        {
            weight += item.Weight;
            nesting = Math.Max(nesting, item.Nesting);
        }

        (Weight, Nesting) = (weight, nesting + 1);
    }

    public override FeelKind Kind => FeelKind.List;

    public int Count => _items.Length;

    public FeelValue this[int index] => _items[index];

    internal override long Weight { get; }

    internal override int Nesting { get; }

    internal ReadOnlySpan<FeelValue> Items => _items;

    public IEnumerator<FeelValue> GetEnumerator() => ((IEnumerable<FeelValue>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}
