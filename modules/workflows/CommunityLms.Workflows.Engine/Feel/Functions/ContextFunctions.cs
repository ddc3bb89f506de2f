using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>Context functions (DMN 1.5, 10.3.4.10, table 81).</summary>
internal static class ContextFunctions
{
    public static IEnumerable<Builtin> All { get; } =
    [
        new("get value", new Signature("m: context, key: string", c => c.Context(0).TryGetValue(c.Text(1), out var value) ? value : FeelValue.Null)),
        new("get entries", new Signature("m: context", c => c.Run.List([.. c.Context(0).Select(Entry)]))),
        new("context", new Signature("entries: list", FromEntries)),
        new(
            "context put",
            new("context: context, key: string, value: any", c => Put(c, c.Context(0), [c.Text(1)], c[2])),
            new("context: context, keys: list, value: any", PutDeep)),
        new("context merge", new Signature("contexts: list", Merge)),
    ];

    private static FeelContext Entry(KeyValuePair<string, FeelValue> entry) =>
        new(new OrderedDictionary<string, FeelValue> { { "key", FeelValue.Of(entry.Key) }, { "value", entry.Value } });

    private static FeelValue FromEntries(FeelCall call)
    {
        var entries = new OrderedDictionary<string, FeelValue>(StringComparer.Ordinal);
        foreach (var item in call.List(0))
        {
            // Giving a key twice has no answer.
            if (item is not FeelContext entry || !entry.TryGetValue("key", out var key) || key is not FeelString name || !entry.TryGetValue("value", out var value) || !entries.TryAdd(name.Value, value))
                return call.Refuse(0);
        }

        return call.Run.Bounded(new FeelContext(entries));
    }

    private static FeelValue PutDeep(FeelCall call)
    {
        var keys = new List<string>();
        foreach (var key in call.List(1))
        {
            if (key is not FeelString name)
                return call.Refuse(1);
            keys.Add(name.Value);
        }

        return keys.Count == 0 ? call.Refuse(1) : Put(call, call.Context(0), keys.ToArray(), call[2]);
    }

    /// <summary>Along the keys there must be contexts; the last one may be new.</summary>
    private static FeelValue Put(FeelCall call, FeelContext context, ReadOnlySpan<string> keys, FeelValue value)
    {
        call.Run.Spend(context.Count);
        if (keys.Length > 1)
        {
            if (!context.TryGetValue(keys[0], out var inner) || inner is not FeelContext next)
                return call.Refuse(1);
            value = Put(call, next, keys[1..], value);
            if (value.IsNull)
                return value;
        }

        return call.Run.Bounded(new FeelContext(new OrderedDictionary<string, FeelValue>(context, StringComparer.Ordinal) { [keys[0]] = value }));
    }

    private static FeelValue Merge(FeelCall call)
    {
        var entries = new OrderedDictionary<string, FeelValue>(StringComparer.Ordinal);
        foreach (var item in call.List(0))
        {
            if (item is not FeelContext context)
                return call.Refuse(0);
            call.Run.Spend(context.Count);
            foreach (var (key, value) in context)
                entries[key] = value;
        }

        return call.Run.Bounded(new FeelContext(entries));
    }
}
