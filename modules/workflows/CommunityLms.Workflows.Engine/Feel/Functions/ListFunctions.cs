using CommunityLms.Workflows.Engine.Feel.Evaluation;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>List functions that look at lists, and sort (DMN 1.5, 10.3.4.4, table 75, and 10.3.4.9).</summary>
internal static class ListFunctions
{
    public static IEnumerable<Builtin> All { get; } =
    [
        new("list contains", new Signature("list: list, element: any", c => FeelValue.Of(c.List(0).Any(i => AreEqual(c, i, c[1]))))),
        new("count", new Signature("list: list", c => FeelValue.Of(c.List(0).Count))),
        new("min", new("list: list", c => Extreme(c, c.List(0).Items, -1)), new("c...: any", c => Extreme(c, c.Values, -1))),
        new("max", new("list: list", c => Extreme(c, c.List(0).Items, 1)), new("c...: any", c => Extreme(c, c.Values, 1))),
        new("all", new("list: list", c => Quantify(c, c.List(0).Items, decisive: false)), new("b...: any", c => Quantify(c, c.Values, decisive: false))),
        new("any", new("list: list", c => Quantify(c, c.List(0).Items, decisive: true)), new("b...: any", c => Quantify(c, c.Values, decisive: true))),
        new("index of", new Signature("list: list, match: any", IndexOf)),
        new("sort", new("list: list, precedes: function", Sort), new("list: list", Sort)),
    ];

    /// <summary>Equality that counts its work; what can't be compared isn't equal.</summary>
    public static bool AreEqual(FeelCall call, FeelValue left, FeelValue right) => Comparison.Holds("=", left, right, call.Run) == true;

    private static FeelValue Extreme(FeelCall call, ReadOnlySpan<FeelValue> items, int sign)
    {
        if (items.IsEmpty)
            return FeelValue.Null;
        var extreme = items[0];
        foreach (var item in items)
        {
            call.Run.Spend(1);
            if (FeelComparison.Order(item, extreme) is not { } order)
                return call.Warn(FeelTexts.ItemsNotComparable);
            if (order * sign > 0)
                extreme = item;
        }

        return extreme;
    }

    /// <summary>One decisive item decides; else all must be truth values.</summary>
    private static FeelValue Quantify(FeelCall call, ReadOnlySpan<FeelValue> items, bool decisive)
    {
        call.Run.Spend(items.Length);
        var unknown = false;
        foreach (var item in items)
        {
            if (item is not FeelBoolean truth)
                unknown = true;
            else if (truth.Value == decisive)
                return truth;
        }

        return unknown ? FeelValue.Null : FeelValue.Of(!decisive);
    }

    private static FeelValue IndexOf(FeelCall call) =>
        call.Run.List([.. call.List(0).Index().Where(i => AreEqual(call, i.Item, call[1])).Select(i => FeelValue.Of(i.Index + 1))]);

    /// <summary>A stable sort. Without an ordering function, in the order of the items themselves.</summary>
    private static FeelValue Sort(FeelCall call)
    {
        var items = call.List(0).ToArray();
        if (call.Count == 1 && Array.Exists(items, i => FeelComparison.Order(i, items[0]) is null))
            return call.Warn(FeelTexts.ItemsNotComparable);
        Merge(items, new FeelValue[items.Length], 0, items.Length, call);
        return call.Run.List(items);
    }

    /// <summary>A sort of one's own: the ordering function may contradict itself, which the library's answers with an exception.</summary>
    private static void Merge(FeelValue[] items, FeelValue[] merged, int from, int to, FeelCall call)
    {
        if (to - from < 2)
            return;
        var middle = (from + to) / 2;
        Merge(items, merged, from, middle, call);
        Merge(items, merged, middle, to, call);
        var (left, right) = (from, middle);
        for (var i = from; i < to; i++)
            merged[i] = right == to || (left < middle && !Precedes(call, items[right], items[left])) ? items[left++] : items[right++];
        Array.Copy(merged, from, items, from, to - from);
    }

    private static bool Precedes(FeelCall call, FeelValue first, FeelValue second)
    {
        call.Run.Spend(1);
        return call.Count == 1 ? FeelComparison.Order(first, second) < 0 : call.Apply(1, first, second) is FeelBoolean { Value: true };
    }
}
