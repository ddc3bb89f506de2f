using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Evaluation;

/// <summary>Grammar rule 8: an interval between two endpoints.</summary>
internal sealed class IntervalNode(FeelSpan span, FeelNode start, bool startIncluded, FeelNode end, bool endIncluded) : FeelNode(span, start, end)
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var (from, to) = (start.Evaluate(scope, run), end.Evaluate(scope, run));
        run.Leave();
        return (from.IsNull || to.IsNull ? null : FeelRange.Of(from, startIncluded, to, endIncluded)) ?? run.Warn(this, FeelTexts.BadRange);
    }

    /// <summary>Table 55 says the test as two comparisons, so that ends the wrong way round include nothing.</summary>
    public override bool? Test(FeelValue tested, FeelScope scope, FeelRun run)
    {
        run.Enter();
        var (from, to) = (start.Evaluate(scope, run), end.Evaluate(scope, run));
        run.Leave();
        return Tests.And(
            Comparison.Holds(startIncluded ? ">=" : ">", tested, from, run),
            Comparison.Holds(endIncluded ? "<=" : "<", tested, to, run));
    }
}

/// <summary>Grammar rule 7.a: an operator and one endpoint.</summary>
internal sealed class HalfRangeNode(FeelSpan span, string symbol, FeelNode endpoint) : FeelNode(span, endpoint)
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var end = endpoint.Evaluate(scope, run);
        run.Leave();
        return symbol switch
        {
            "<" or "<=" => FeelRange.Of(FeelValue.Null, startIncluded: false, end, symbol == "<="),
            ">" or ">=" => FeelRange.Of(end, symbol == ">=", FeelValue.Null, endIncluded: false),
            "=" => FeelRange.Of(end, startIncluded: true, end, endIncluded: true),
            // Everything but one value is no range.
            _ => null,
        } ?? run.Warn(this, FeelTexts.BadRange);
    }

    public override bool? Test(FeelValue tested, FeelScope scope, FeelRun run)
    {
        run.Enter();
        var end = endpoint.Evaluate(scope, run);
        run.Leave();
        return Comparison.Holds(symbol, tested, end, run);
    }
}
