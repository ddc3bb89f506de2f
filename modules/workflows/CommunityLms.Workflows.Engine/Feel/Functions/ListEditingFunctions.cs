using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>List functions that make lists (DMN 1.5, 10.3.4.4, table 75).</summary>
internal static class ListEditingFunctions
{
    public static IEnumerable<Builtin> All { get; } =
    [
        new("sublist", new Signature("list: list, start position: number, length?: number", Sublist)),
        new("append", new Signature("list: list, item...: any", c => c.Run.List([.. c.List(0).Items, .. c.Values.AsSpan(1)]))),
        new("concatenate", new Signature("list...: list", c => c.Run.List(Concatenated(c)))),
        new("union", new Signature("list...: list", c => Distinct(c, Concatenated(c)))),
        new("distinct values", new Signature("list: list", c => Distinct(c, c.List(0).Items))),
        new("insert before", new Signature("list: list, position: number, newItem: any", c => At(c) is { } at ? c.Run.List([.. c.List(0).Items[..at], c[2], .. c.List(0).Items[at..]]) : c.Refuse(1))),
        new("remove", new Signature("list: list, position: number", c => At(c) is { } at ? c.Run.List([.. c.List(0).Items[..at], .. c.List(0).Items[(at + 1)..]]) : c.Refuse(1))),
        new(
            "list replace",
            new("list: list, position: number, newItem: any", c => At(c) is { } at ? c.Run.List([.. c.List(0).Items[..at], c[2], .. c.List(0).Items[(at + 1)..]]) : c.Refuse(1)),
            new("list: list, match: function, newItem: any", ReplaceMatching)),
        new("reverse", new Signature("list: list", c => c.Run.List([.. c.List(0).Reverse()]))),
        new("flatten", new Signature("list: list", Flatten)),
    ];

    /// <summary>The index of a position from 1, or from the end below zero; null outside the list (footnote 1).</summary>
    private static int? At(FeelCall call) =>
        call.TryWhole(1, out var position) && position != 0 && Math.Abs((long)position) <= call.List(0).Count
            ? position > 0 ? position - 1 : call.List(0).Count + position
            : null;

    private static FeelValue Sublist(FeelCall call)
    {
        if (At(call) is not { } first)
            return call.Refuse(1);
        var length = call.List(0).Count - first;
        // Footnote 2.
        if (call.Has(2) && (!call.TryWhole(2, out var wanted) || wanted < 1 || wanted > length))
            return call.Refuse(2);
        if (call.Has(2))
            length = (int)call.Number(2);
        return call.Run.List([.. call.List(0).Items.Slice(first, length)]);
    }

    private static FeelValue[] Concatenated(FeelCall call)
    {
        call.Run.EnsureItems(call.Values.Sum(v => (long)((FeelList)v).Count));
        return [.. call.Values.SelectMany(v => (FeelList)v)];
    }

    /// <summary>The first of equal items stays.</summary>
    private static FeelValue Distinct(FeelCall call, ReadOnlySpan<FeelValue> items)
    {
        var kept = new List<FeelValue>();
        foreach (var item in items)
        {
            call.Run.Spend(kept.Count / 4);
            if (!kept.Exists(k => ListFunctions.AreEqual(call, k, item)))
                kept.Add(item);
        }

        return call.Run.List([.. kept]);
    }

    private static FeelValue ReplaceMatching(FeelCall call)
    {
        var items = call.List(0).ToArray();
        for (var i = 0; i < items.Length; i++)
        {
            var matches = call.Apply(1, items[i], call[2]);
            if (matches is not FeelBoolean truth)
                return call.Refuse(1);
            if (truth.Value)
                items[i] = call[2];
        }

        return call.Run.List(items);
    }

    private static FeelValue Flatten(FeelCall call)
    {
        var flat = new List<FeelValue>();
        Add(call.List(0));
        return call.Run.List([.. flat]);

        void Add(FeelList list)
        {
            foreach (var item in list)
            {
                if (item is FeelList inner)
                    Add(inner);
                else
                    flat.Add(item);
            }

            call.Run.EnsureItems(flat.Count);
        }
    }
}
