using CommunityLms.Workflows.Engine.Feel.Syntax;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Evaluation;

/// <summary>Grammar rule 54.</summary>
internal sealed class ListNode(FeelSpan span, FeelNode[] items) : FeelNode(span, items)
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var values = new FeelValue[items.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = items[i].Evaluate(scope, run);
        run.Leave();
        return run.List(values);
    }
}

/// <summary>Grammar rule 57. An entry sees those before it (DMN 1.5, 10.3.2.6).</summary>
internal sealed class ContextNode(FeelSpan span, string[] keys, FeelNode[] values) : FeelNode(span, values)
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var entries = new OrderedDictionary<string, FeelValue>(keys.Length, StringComparer.Ordinal);
        var inner = new EntriesScope(entries, scope);
        for (var i = 0; i < keys.Length; i++)
            entries.Add(keys[i], values[i].Evaluate(inner, run));
        run.Leave();
        run.Spend(keys.Length);
        return run.Bounded(new FeelContext(entries));
    }
}

/// <summary>Grammar rule 45: anything but true goes the other way.</summary>
internal sealed class IfNode(FeelSpan span, FeelNode condition, FeelNode then, FeelNode otherwise) : FeelNode(span, condition, then, otherwise)
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var decided = condition.Evaluate(scope, run);
        if (decided is not (FeelBoolean or FeelNull))
            run.Warn(condition, FeelTexts.NotBoolean, FeelTypes.NameOf(decided));
        var value = (decided is FeelBoolean { Value: true } ? then : otherwise).Evaluate(scope, run);
        run.Leave();
        return value;
    }
}

/// <summary>Grammar rule 50: an item by its position, or the items for which a condition holds (DMN 1.5, 10.3.2.5 and table 68).</summary>
internal sealed class FilterNode(FeelSpan span, FeelNode of, FeelNode filter) : FeelNode(span, of, filter)
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var filtered = of.Evaluate(scope, run);
        // A single value is filtered as the list of it.
        var value = filtered.IsNull ? filtered : Filter(filtered as FeelList ?? new FeelList([filtered]), scope, run);
        run.Leave();
        return value;
    }

    private FeelValue Filter(FeelList list, FeelScope scope, FeelRun run)
    {
        if (filter is LiteralNode { Value: FeelNumber literal })
            return Item(list, literal, run);
        if (list.Count == 0)
            return filter.Evaluate(scope, run) is FeelNumber ? FeelValue.Null : list;
        var first = filter.Evaluate(new ItemScope(list[0], scope), run);
        if (first is FeelNumber)
            return filter.Evaluate(scope, run) is FeelNumber position ? Item(list, position, run) : FeelValue.Null;
        if (first is not (FeelBoolean or FeelNull))
            return run.Warn(filter, FeelTexts.BadFilter, FeelTypes.NameOf(first));
        var kept = new List<FeelValue>();
        for (var i = 0; i < list.Count; i++)
        {
            run.Spend(1);
            var holds = i == 0 ? first : filter.Evaluate(new ItemScope(list[i], scope), run);
            if (holds is FeelBoolean { Value: true })
                kept.Add(list[i]);
        }

        return run.List([.. kept]);
    }

    private FeelValue Item(FeelList list, FeelNumber position, FeelRun run) =>
        position.TryWhole(out var n) && n != 0 && Math.Abs((long)n) <= list.Count
            ? list[n > 0 ? n - 1 : list.Count + n]
            : run.Warn(filter, FeelTexts.BadIndex, FeelPrinter.Number(position.Value));
}
