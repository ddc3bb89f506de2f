using CommunityLms.Workflows.Engine.Feel.Syntax;
using CommunityLms.Workflows.Engine.Feel.Temporal;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Evaluation;

/// <summary>A variable of a loop and what it goes through (grammar rules 44, 46 and 63).</summary>
/// <param name="To">The other end of an iteration context written with two points; otherwise null.</param>
internal sealed record FeelIterator(string Name, FeelNode From, FeelNode? To)
{
    /// <summary>The elements in order; null, with a warning, where it can't be gone through.</summary>
    public IEnumerable<FeelValue>? Elements(FeelScope scope, FeelRun run)
    {
        var from = From.Evaluate(scope, run);
        if (To is not null)
            return Between(from, To.Evaluate(scope, run)) ?? Refuse(run, FeelTexts.BadIteration);
        return from switch
        {
            FeelList list => list,
            FeelRange { StartIncluded: var first, EndIncluded: var last } range =>
                Between(range.Start, range.End)?.Where(i => (first || !i.Equals(range.Start)) && (last || !i.Equals(range.End))) ?? Refuse(run, FeelTexts.BadIteration),
            _ => Refuse(run, FeelTexts.NotIterable, FeelTypes.NameOf(from)),
        };
    }

    /// <summary>Up or down by one, or by a day.</summary>
    private static IEnumerable<FeelValue>? Between(FeelValue from, FeelValue to) => (from, to) switch
    {
        (FeelNumber first, FeelNumber last) when IsWhole(first) && IsWhole(last) => Count(first.Value, last.Value, n => new FeelNumber(n)),
        (FeelDate first, FeelDate last) => Count(first.DayNumber, last.DayNumber, n => FeelDate.OfDayNumber(n)!),
        _ => null,
    };

    private static bool IsWhole(FeelNumber number) => decimal.Truncate(number.Value) == number.Value;

    private static IEnumerable<FeelValue> Count(decimal first, decimal last, Func<decimal, FeelValue> element)
    {
        var step = first <= last ? 1 : -1;
        for (var n = first; step > 0 ? n <= last : n >= last; n += step)
            yield return element(n);
    }

    private IEnumerable<FeelValue>? Refuse(FeelRun run, string text, params ReadOnlySpan<string> arguments)
    {
        run.Warn(From, text, arguments);
        return null;
    }

    public IEnumerable<FeelNode> Parts() => To is null ? [From] : [From, To];
}

/// <summary>Grammar rule 44: the results for the cross product of the iterators, the last one running fastest (DMN 1.5, 10.3.2.14).</summary>
internal sealed class ForNode(FeelSpan span, FeelIterator[] iterators, FeelNode body) : FeelNode(span, [.. iterators.SelectMany(i => i.Parts()), body])
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var results = new List<FeelValue>();
        var complete = Run(0, new PartialScope(results, scope), results, run);
        run.Leave();
        return complete ? run.List([.. results]) : FeelValue.Null;
    }

    private bool Run(int depth, FeelScope scope, List<FeelValue> results, FeelRun run)
    {
        if (depth == iterators.Length)
        {
            results.Add(body.Evaluate(scope, run));
            run.EnsureItems(results.Count);
            return true;
        }

        if (iterators[depth].Elements(scope, run) is not { } elements)
            return false;
        foreach (var element in elements)
        {
            run.Spend(1);
            if (!Run(depth + 1, new BindingScope(iterators[depth].Name, element, scope), results, run))
                return false;
        }

        return true;
    }
}

/// <summary>Grammar rule 46: some is an or over the cross product, every an and (DMN 1.5, 10.3.2.15, table 49).</summary>
internal sealed class QuantifiedNode(FeelSpan span, bool some, FeelIterator[] iterators, FeelNode condition) : FeelNode(span, [.. iterators.SelectMany(i => i.Parts()), condition])
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var unknown = false;
        var decided = Decides(0, scope, run, ref unknown);
        run.Leave();
        return decided ? FeelValue.Of(some) : unknown ? FeelValue.Null : FeelValue.Of(!some);
    }

    /// <summary>Whether one element settles the answer.</summary>
    private bool Decides(int depth, FeelScope scope, FeelRun run, ref bool unknown)
    {
        if (depth == iterators.Length)
        {
            var truth = Tests.Truth(condition.Evaluate(scope, run));
            unknown |= truth is null;
            return truth == some;
        }

        if (iterators[depth].Elements(scope, run) is not { } elements)
        {
            unknown = true;
            return false;
        }

        foreach (var element in elements)
        {
            run.Spend(1);
            if (Decides(depth + 1, new BindingScope(iterators[depth].Name, element, scope), run, ref unknown))
                return true;
        }

        return false;
    }
}
