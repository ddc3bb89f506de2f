using CommunityLms.Workflows.Engine.Feel.Syntax;
using CommunityLms.Workflows.Engine.Feel.Values;

namespace CommunityLms.Workflows.Engine.Feel.Evaluation;

/// <summary>Grammar rules 19 to 23 (DMN 1.5, 10.3.2.15, tables 56 to 60). Null where the operands have no such operation, or the result no place.</summary>
internal sealed class ArithmeticNode(FeelSpan span, string symbol, FeelNode left, FeelNode right) : FeelNode(span, left, right)
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var (a, b) = (left.Evaluate(scope, run), right.Evaluate(scope, run));
        run.Leave();
        try
        {
            return (a, b) switch
            {
                (FeelNumber x, FeelNumber y) => Numbers(x.Value, y.Value, run),
                (FeelString x, FeelString y) when symbol == "+" => Join(x.Value, y.Value, run),
                _ => TemporalArithmetic.Apply(symbol, a, b) ?? run.Warn(this, FeelTexts.NotDefinedFor, FeelTypes.NameOf(a), symbol, FeelTypes.NameOf(b)),
            };
        }
        catch (OverflowException)
        {
            return run.Warn(this, FeelTexts.NumberOutOfRange);
        }
        catch (DivideByZeroException)
        {
            return run.Warn(this, FeelTexts.DividedByZero);
        }
    }

    private FeelValue Numbers(decimal a, decimal b, FeelRun run) => symbol switch
    {
        "+" => new FeelNumber(a + b),
        "-" => new FeelNumber(a - b),
        "*" => new FeelNumber(a * b),
        "/" => new FeelNumber(a / b),
        _ => NumberMath.Power(a, b) is { } power ? new FeelNumber(power) : run.Warn(this, FeelTexts.NumberOutOfRange),
    };

    private static FeelString Join(string a, string b, FeelRun run)
    {
        run.EnsureLength((long)a.Length + b.Length);
        return new FeelString(a + b);
    }
}

/// <summary>Grammar rule 24: <c>-e</c> is <c>e * -1</c> (table 62), for numbers and durations.</summary>
internal sealed class NegationNode(FeelSpan span, FeelNode operand) : FeelNode(span, operand)
{
    public override FeelValue Evaluate(FeelScope scope, FeelRun run)
    {
        run.Enter();
        var value = operand.Evaluate(scope, run);
        run.Leave();
        return value switch
        {
            FeelNumber number => new FeelNumber(-number.Value),
            FeelDaysDuration duration => new FeelDaysDuration(-duration.Seconds),
            FeelMonthsDuration duration => new FeelMonthsDuration(-duration.Months),
            FeelNull => value,
            _ => run.Warn(this, FeelTexts.NotDefinedFor, "-", "", FeelTypes.NameOf(value)),
        };
    }
}
