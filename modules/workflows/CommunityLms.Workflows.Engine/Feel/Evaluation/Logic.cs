using CommunityLms.Workflows.Engine.Feel.Syntax;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Evaluation;

/// <summary>Grammar rules 47 and 48 over any number of operands, three-valued (DMN 1.5, 10.3.2.15, table 49). What can't change the answer isn't evaluated.</summary>
/// <param name="decisive">The value one operand settles everything with: true for or, false for and.</param>
internal sealed class JunctionNode(FeelSpan span, bool decisive, FeelNode[] operands) : FeelNode(span, operands)
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var unknown = false;
        foreach (var operand in operands)
        {
            if (operand.Evaluate(scope, run) is not FeelBoolean truth)
            {
                unknown = true;
            }
            else if (truth.Value == decisive)
            {
                run.Leave();
                return truth;
            }
        }

        run.Leave();
        return unknown ? FeelValue.Null : FeelValue.Of(!decisive);
    }
}

/// <summary>Grammar rule 49.a.</summary>
internal sealed class ComparisonNode(FeelSpan span, string symbol, FeelNode left, FeelNode right) : FeelNode(span, left, right)
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var (a, b) = (left.Evaluate(scope, run), right.Evaluate(scope, run));
        run.Leave();
        if (Comparison.Holds(symbol, a, b, run) is { } answer)
            return FeelValue.Of(answer);
        return a.IsNull || b.IsNull || a.Kind == b.Kind ? FeelValue.Null : run.Warn(this, FeelTexts.NotComparable, FeelTypes.NameOf(a), FeelTypes.NameOf(b));
    }
}

/// <summary>Grammar rule 49.b: <c>a &gt;= b and a &lt;= c</c>.</summary>
internal sealed class BetweenNode(FeelSpan span, FeelNode value, FeelNode from, FeelNode to) : FeelNode(span, value, from, to)
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var tested = value.Evaluate(scope, run);
        var after = Comparison.Holds(">=", tested, from.Evaluate(scope, run), run);
        var before = Comparison.Holds("<=", tested, to.Evaluate(scope, run), run);
        run.Leave();
        return FeelValue.Of(Tests.And(after, before));
    }
}

/// <summary>The comparison operators on values.</summary>
internal static class Comparison
{
    public static bool? Holds(string symbol, FeelValue left, FeelValue right, FeelRun run)
    {
        run.Spend(Math.Min(left.Weight, right.Weight) / 8);
        return symbol switch
        {
            "=" => FeelComparison.Equal(left, right),
            "!=" => !FeelComparison.Equal(left, right),
            _ => FeelComparison.Order(left, right) is not { } order ? null : symbol switch
            {
                "<" => order < 0,
                ">" => order > 0,
                // e1 <= e2 is e1 < e2 or e1 = e2, also where only one of two times has an offset.
                "<=" => order <= 0,
                _ => order >= 0,
            },
        };
    }
}

/// <summary>Grammar rules 49.c and 49.d. The tests see the value as "?".</summary>
internal sealed class InNode(FeelSpan span, FeelNode value, FeelNode[] tests, bool testsUseInput) : FeelNode(span, [value, .. tests])
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var tested = value.Evaluate(scope, run);
        var inner = testsUseInput ? new BindingScope("?", tested, scope) : scope;
        bool? any = false;
        foreach (var test in tests)
        {
            any = Tests.Or(any, test.Test(tested, inner, run));
            if (any == true)
                break;
        }

        run.Leave();
        return FeelValue.Of(any);
    }
}

/// <summary>A condition about "?" as a unary test: true or false by itself (table 55, last row).</summary>
internal sealed class ConditionTestNode(FeelNode condition) : FeelNode(condition.Span, condition)
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run) => condition.Evaluate(scope, run);

    public override bool? Test(FeelValue tested, FeelScope scope, FeelRun run) =>
        condition.Evaluate(scope, run) is var value && value is FeelBoolean or FeelNull ? Tests.Truth(value) : Tests.Satisfies(tested, value, run);
}

/// <summary>
/// Grammar rule 15, the cell of a decision table; the tested value is "?". A hyphen is satisfied by everything, null included:
/// the input is irrelevant (clause 8.3.3).
/// </summary>
internal sealed class UnaryTestsNode(FeelSpan span, FeelNode[] tests, bool negated) : FeelNode(span, tests)
{
    private readonly NameNode _input = new(span, "?");

    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        if (tests.Length == 0)
            return FeelValue.Of(value: true);
        run.Enter();
        var tested = _input.Evaluate(scope, run);
        bool? any = false;
        foreach (var test in tests)
            any = Tests.Or(any, test.Test(tested, scope, run));
        run.Leave();
        return FeelValue.Of(negated ? !any : any);
    }
}

/// <summary>Grammar rule 51 (DMN 1.5, 10.3.2.15, table 61).</summary>
internal sealed class InstanceOfNode(FeelSpan span, FeelNode value, FeelType type) : FeelNode(span, value)
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var instance = value.Evaluate(scope, run);
        run.Leave();
        if (type.FindUnknown() is { } unknown)
            return run.Warn(this, FeelTexts.UnknownType, unknown);
        return FeelValue.Of(instance.IsNull ? type is SimpleType { Name: "Null" } : type.Includes(instance));
    }
}
